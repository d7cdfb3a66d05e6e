//! What can go wrong with language models: their text, their training and their files.

crate::report::words::messages! {
    // Vocabularies.
    EmptyCorpus = "The corpus is empty: there is no text to learn a vocabulary from. Give it some text.";
    VocabularySmall { asked, least } =
        "A vocabulary of {asked} tokens is too small: markers and bytes come first. --vocab-size must be at least {least}.";
    VocabularyLarge { asked, most } =
        "This corpus does not yield a vocabulary of {asked} tokens: {most} at most. Lower --vocab-size to {most}, or take a longer corpus.";
    TokenizerFormat { reason } = "tokenizer.json cannot be read: {reason}. Copy or download the file again.";
    TokenizerUnencodable { text } =
        "The vocabulary in tokenizer.json cannot spell {text}, and has no token to stand for what it does not know. Take one with an unk token or with bytes.";
    TokenizerId { id, most } =
        "tokenizer.json has the id {id}, and {most} is the most an id may be: the file is damaged. Copy or download it again.";
    NoMarkers { marker } =
        "The vocabulary of this model has no token {marker}, so it cannot tell whose turn it is. Take a model that melon pretrain has made, and fine-tune that.";

    // Too little to learn from.
    TooShort { n_tokens, context_len, needed } =
        "There are {n_tokens} tokens to learn from, but a context of {context_len} needs at least {needed}. Take a longer corpus, or lower --context-len.";
    OutsideVocabulary { token, vocab_size } =
        "Token {token} lies outside the vocabulary of {vocab_size}: the vocabulary is another model's.";
    NoAnswers =
        "No conversation has an answer that fits into the model's context: there is nothing to learn. Take shorter conversations, or a model with a larger --context-len.";
    NoConversations { file } =
        "{file}: there is no conversation in it. Each line should hold one {{\"messages\": [...]}}.";
    OtherVocabulary { tokenizer, model } =
        "The tokenizer has {tokenizer} tokens and the model {model}: they do not belong together.";

    // Training.
    Diverged { step, loss, rate } =
        "In step {step} the loss became {loss}: training has diverged and was stopped. The learning rate ({rate} in that step) is probably too high: try again with a tenth of --learning-rate.";
    Kept { path, step } = "The best model so far, of step {step}, is safe in {path}.";
    Zero { name } = "--{name} must be at least 1.";
    NotPositive { name, value } = "--{name} must be a positive number, not {value}.";
    OutOfRange { name, value, range } = "--{name} cannot be {value}: it must be {range}.";
    UnevenHeads { n_embd, n_head } =
        "{n_head} heads cannot share a width of {n_embd} evenly. Make --n-embd a multiple of --n-head, as in --n-embd 128 --n-head 4.";
    Dropout { value } = "--dropout must be at least 0 and below 1, not {value}.";
    Epsilon { value } = "layer_norm_epsilon must be a positive number, not {value}.";
    TooLargeModel { n_layer, n_embd, vocab_size, gib } =
        "A model of {n_layer} layers, {n_embd} wide, with a vocabulary of {vocab_size} is too large: training it would take {gib} GiB of memory. Lower --n-layer or --n-embd.";
    NoMemory { batch_size, gib } =
        "With {batch_size} sequences in a batch, training takes at least {gib} GiB of memory, which there is not. Lower --batch-size, or take a smaller model.";
    WrongModel { expected, found } =
        "The training state has {found} parameters and the model {expected}: they do not belong together.";
    BrokenLogits { n_tokens } =
        "After {n_tokens} tokens the model's logits are not finite: it is broken, probably by a training that diverged. Take another model, or train again.";

    // Generating and scoring.
    Temperature { value } = "--temperature must be a number from 0 up, not {value}.";
    TopP { value } = "--top-p must be above 0 and at most 1, not {value}.";
    MinP { value } = "--min-p must be between 0 and 1, not {value}.";
    NoText = "There is no text to score. Give a text, or name a file with --file.";

    // Conversations.
    InLine { file, line, what } = "{file}, line {line}: {what}";
    NotAConversation { reason } =
        "this is no conversation ({reason}). Each line is to read {{\"messages\": [{{\"role\": \"user\", \"content\": \"...\"}}, {{\"role\": \"assistant\", \"content\": \"...\"}}]}}.";
    UnknownRole { message, role } = "the role of message {message} is {role}; it must be user or assistant.";
    OutOfTurn { message, expected } =
        "message {message} should be the {expected}'s: the user begins, and they take turns.";
    EmptyMessage { message } = "message {message} is empty. Fill it in, or leave the line out.";
    NoAnswer = "the conversation does not end with an answer. Let the assistant have the last word.";

    // Files of a model.
    NoModelFile { file } =
        "it has no {file}: it is not a saved model, or was not copied whole. A model is a folder that melon pretrain --save has written.";
    NoSuchModel =
        "there is no such folder. Train a model with melon pretrain --save first, or say gpt or chat for the built-in ones.";
    NoRun = "there is no such folder, and so no run to go on with. Check its name; to begin a run, leave out --resume.";
    IsNgram =
        "it holds an n-gram, which was counted: there are no steps to go on with and nothing to fine-tune. Let it write with melon generate --model; to train or fine-tune, make a GPT with melon pretrain --save in another folder.";
    CheckpointDamaged =
        "checkpoint.safetensors, the state to go on from, is damaged, so the run cannot go on. The saved model itself is intact: it may be used, or fine-tuned with melon finetune; to train to the end, begin anew with --overwrite.";
    OtherWeights { found } =
        "its weights are in {found}, which is not read. Open it with transformers in Python and save_pretrained it as a single model.safetensors.";
    ConfigUnread { reason } = "config.json cannot be read: {reason}. Copy or download the file again.";
    Unsupported { setting, value, known } =
        "config.json says {setting} = {value}, which is not supported, only {known}. Models of the GPT-2 family are.";
    Shapeless { what } = "config.json describes no possible model: {what}";
    WeightsDamaged { reason } = "the weights cannot be read: {reason}. Copy or download the file again.";
    CutOff { tensor, n_bytes, needed } =
        "the weights end within {tensor}: {n_bytes} bytes of {needed}. Copy or download the file again.";
    MissingTensor { tensor, shape } =
        "config.json asks for {tensor} of shape {shape}, which the weights do not have: they do not belong together. Find the config.json that came with the weights.";
    UnexpectedTensor { tensor } =
        "the weights have {tensor}, for which config.json has no place: they do not belong together. Find the config.json that came with the weights.";
    TensorShape { tensor, found, expected } =
        "{tensor} has the shape {found}, but config.json asks for {expected}: they do not belong together. Find the config.json that came with the weights.";
    TensorType { tensor, found } =
        "{tensor} holds {found} numbers, which are not read. Convert it to F32, F16 or BF16.";
    NotFinite { tensor } =
        "{tensor} holds numbers that are not finite: the model was broken before it was saved. Take another model, or train again.";
    RecordUnread { file, reason } =
        "{file} cannot be read: {reason}. It is the record of the training; if it is damaged, train again.";
    Exists { path } =
        "{path} already holds a model. Say --resume to go on training it, --overwrite to replace it, or save to another folder.";
    NotResumable = "The training cannot be resumed: ";
    NoRecord = "there is no training.json; it was not trained here.";
    Complete { step } = "all {step} steps are done. To learn more, train anew, or fine-tune it with melon finetune.";
    StateGone { step, iters, stage } =
        "checkpoint.safetensors, the state to go on from, is gone; {step} of {iters} steps were done. The model itself is intact: it may be used, or fine-tuned with melon finetune; to train to the end, begin anew with melon {stage} --overwrite.";
    OtherStage { wanted, found } = "it was begun by melon {found}, not by melon {wanted}. Use melon {found} --resume.";
    OtherText { expected, found } =
        "the text has changed: it began with {expected} characters and has {found} now, or other ones. Bring the old text back, or train anew.";
    OtherBase { expected, found } =
        "the run began with the model {expected}, which {found} is not. Name that model, or fine-tune anew.";
    OtherSetting { flag, expected, found } =
        "--{flag} was {expected} when the run began and cannot become {found} half-way. Leave the flag out, or train anew.";
    Foreign { found } =
        "the folder holds {found}, which is no part of a saved model, so it is left alone. Save to another folder.";
    Full =
        "the disk is full and nothing was written; what was there is still there. Make room and try again, or save elsewhere.";
}
