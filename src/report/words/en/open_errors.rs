//! What can go wrong when a language model is opened or counted.

crate::report::words::messages! {
    NoSuchModel { name } = "There is no model {name}, and no folder of that name.";
    ModelsAre =
        "Built in are ngram, gpt and gpt-chat; a folder will do too (saved by melon pretrain, or any GPT-2 in that format), and an .arpa file.";
    Order { order } = "--order cannot be {order}: n-grams have 1 to 6 tokens.";
    AddK { k } = "The k of add-k smoothing must be a positive number, not {k}.";
    CorpusTooShort { n_tokens } =
        "The corpus has {n_tokens} tokens, and at least 2 are needed: with fewer, nothing follows anything. Give it a longer text.";
    TooManyTokens { vocab_size, order } =
        "A vocabulary of {vocab_size} is too large for n-grams of {order} tokens. Lower --order.";
    JsonUnread { file, reason } = "{file} cannot be read: {reason}. Copy the file again.";
    CountsUnread { reason } =
        "model.safetensors cannot be read: {reason}. It is incomplete or was changed: copy it again, or count again.";
    CountsDamaged { column } =
        "model.safetensors: {column} does not fit the other columns. The file was changed: copy it again, or count again.";
    ArpaWords { word } =
        "it has the word {word}, which is longer than a character. An .arpa file by itself must be one of characters; put a model of words into a folder with its tokenizer.json and a config.json that reads {{\"model_type\": \"ngram\"}}.";
    ArpaHeader = "this is no ARPA file: it has no \\data\\ section that says how many n-grams there are.";
    ArpaOrder { order } = "it holds n-grams of {order} tokens; 1 to 6 are supported.";
    ArpaCount { length, declared, found } =
        "it declares {declared} {length}-grams and holds {found}: it was cut off or changed. Copy it again.";
    ArpaLine { line, text } = "line {line} cannot be read: {text}";
    ArpaWord { line, word } =
        "line {line} has the word {word}, which is not in the vocabulary: it belongs to another tokenizer.json.";
}
