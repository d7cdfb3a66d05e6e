//! The help of generate, pretrain, finetune, chat, score and ladder.

/// Every entry as `(key, text)`.
pub const ALL: &[(&str, &str)] = &[
    ("generate", "What comes next? Text, one token at a time"),
    ("pretrain", "Learn to continue text, from text alone"),
    ("finetune", "Teach a model to answer questions"),
    ("chat", "Talk to a model"),
    ("corpus", "Text to learn from: .txt, .jsonl or a folder; else the built-in text"),
    ("preset", "A recipe that takes seconds, minutes or hours (small unless given)"),
    ("pretrain.model", "Which kind of model"),
    ("pretrain.order", "The n of an n-gram model, 1 to 6 (5 unless given)"),
    ("n_layer", "Layers"),
    ("n_head", "Attention heads in a layer"),
    ("n_embd", "Numbers that stand for a token"),
    ("context_len", "Tokens that it looks back at"),
    ("tokenizer", "A token is a character, or a frequent run of bytes; bpe-han leaves Chinese characters alone"),
    ("vocab_size", "Tokens in the vocabulary (1000 for bpe unless given)"),
    ("stories", "Made stories in each language to learn from as well (none unless given)"),
    ("batch_size", "Sequences in a step"),
    ("accumulation", "Batches added up before a step"),
    ("iters", "Steps of training"),
    ("optimizer", "AdamW, or Muon for the matrices: what turns a gradient into a step"),
    ("learning_rate", "Learning rate: how far a step goes"),
    ("dropout", "Share dropped at random in training"),
    ("eval_interval", "Steps between two evaluations"),
    ("time_budget", "Stop after 90s, 15m, 2h ...; may be resumed"),
    ("save_folder", "Save the model to this folder"),
    ("overwrite", "Replace a model that is there"),
    ("resume", "Go on with the interrupted run in --save"),
    ("precision", "How weights are stored"),
    ("base_model", "Model to fine-tune: a folder or its .zip, or the built-in gpt (the default)"),
    ("finetune.chat", "Conversations: JSON, one a line or a list; else the built-in ones"),
    ("validation_share", "Share held out (0.1), 400 at most; with 0 the last model is kept"),
    ("finetune_corpus", "Text of the pre-training, to see what is forgotten"),
    ("chat_model", "Model to talk to: a folder, or the built-in chat"),
    ("ask", "Ask this one question"),
    ("system", "What the model is told before the first question"),
    ("conversation", "A JSON file with what was said before; a question at its end is answered"),
    ("answer_tokens", "Most tokens in an answer"),
    (
        "pretrain!",
        "melon pretrain --preset tiny --iters 200          the whole training in seconds
melon pretrain --preset tiny --iters 100 --save melon-gpt --format json    keep it; lines for a program
melon pretrain --model ngram                      not trained, but counted",
    ),
    (
        "finetune!",
        "melon finetune --iters 2 --save melon-chat        teach the built-in model; for real without --iters 2",
    ),
    (
        "chat!",
        "melon chat --ask How do I choose a watermelon     one question
melon chat                                        a conversation; /quit ends it",
    ),
    ("prompt", "The beginning; - reads it from stdin, '' starts from nothing"),
    ("language_model", "ngram, gpt, gpt-chat, a folder (or a .zip of it) or an .arpa file"),
    ("order", "Length of the n-grams, 1 to 6"),
    (
        "smoothing",
        "Of the n-gram: ml (shares as seen, backing off where nothing was), witten-bell, kneser-ney or add-0.1",
    ),
    ("max_tokens", "Most tokens to write (100; with --trace 16)"),
    ("temperature", "Below 1 more predictable, above 1 more varied"),
    ("top_k", "Draw from the K likeliest only"),
    ("top_p", "Draw from the likeliest that have P together"),
    ("min_p", "Draw from those with at least P times the largest probability (a GPT: 0.1; 0: all)"),
    ("greedy", "Always the likeliest: the default without the settings above"),
    ("draw_seed", "Seed of the draws (42)"),
    ("stop", "Stop before this text (repeatable)"),
    ("trace_steps", "Show the four steps of every token"),
    ("candidates", "List the K likeliest tokens of every step"),
    ("memorised", "Show which parts stand in the training text"),
    ("training_text", "The training text, for --memorised"),
    ("score", "How surprising is a text? Its probability, token by token"),
    ("scored_text", "The text; - reads it from stdin"),
    ("scored_file", "A file with the text"),
    (
        "score!",
        "melon score Watermelons --model ngram             the surprise of every token
melon score Xylophone --model ngram               a word it has never read
melon score Melon --model ngram --format json      for a program",
    ),
    ("ladder", "From guessing to a GPT: five models, one test"),
    ("ladder_corpus", "Text: files or folders (the built-in one)"),
    ("gpt", "Which GPT (the built-in one, or one trained now)"),
    ("no_gpt", "Without the GPT"),
    ("training_secs", "Time for a GPT that is trained now, as 90s or 15m"),
    ("training_steps", "Train a GPT now, with so many steps (reproducible)"),
    (
        "ladder!",
        "melon ladder --no-gpt                             counting only, done in a moment
melon ladder --order 6 --iters 3                  with a GPT that has just begun to learn",
    ),
    (
        "generate!",
        "melon generate                                    the built-in model continues a text
melon generate Monday --model ngram --trace       the four steps, one by one
melon generate Melons --temperature 0.8 --seed 7  at random: another seed, another text
melon generate Summer --top-k 5 --memorised       which parts are memorised?
melon generate Buy --model ngram --candidates 3 --max-tokens 5    which other tokens were possible",
    ),
];
