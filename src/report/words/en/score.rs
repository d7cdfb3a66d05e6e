//! Words of `melon score` and `melon ladder`.

crate::report::words::messages! {
    Title = "How surprising is this text?";
    Means = "A token's surprise is -ln of its probability: 0 for what was certain, 0.69 more for each halving.";
    Token = "token";
    Probability = "probability";
    Surprise = "surprise (nats)";
    ByLine = "Which lines are the most surprising?";
    Line = "line";
    PerChar = "a character";
    MostSurprising = "The most surprising tokens";
    AllTogether = "All together";
    Total { nats, n } = "Log-probability of the whole: {nats} nats ({n} tokens)";
    PerToken { nats_per_token, nats_per_char } = "On average {nats_per_token} nats a token, {nats_per_char} nats a character";
    Perplexity { perplexity, vocab_size } =
        "Perplexity {perplexity}: on average as unsure as among so many tokens (there are {vocab_size} in all)";
    PerplexityBlind { perplexity, vocab_size } =
        "Perplexity {perplexity}: more than the {vocab_size} tokens there are. On this text it does worse than a blind guess among all of them: it gave its probability to other tokens.";
    TryOther = "another model's opinion";
    TryLadder = "from guessing to the GPT, step by step";

    LadderTitle = "From guessing to a GPT: one examination";
    LadderSplit { n_train, n_validation, share } =
        "Of each document the first {share} teach ({n_train} characters) and the rest examine ({n_validation}). The score is the surprise by the character: lower is better.";
    LadderSampled { n } = "The text learned from is long: {n} characters, evenly spread, stand for it.";
    Model = "model";
    Params = "parameters";
    Train = "learned from";
    Validation = "held out";
    Uniform = "uniform (guessing)";
    Unigram = "unigram (how common)";
    Bigram = "bigram (one before)";
    NGram { order, before } = "{order}-gram ({before} before)";
    Gpt { n } = "GPT ({n} before)";
    Reading =
        "The n-grams are counted, with Kneser-Ney smoothing. The wider apart the two columns, the more is memory; what counts is the held-out one.";
    Best { model, nats } = "Best on what was held out: {model}, {nats} nats a character.";
    GptTrained { steps, secs } = "The GPT was trained just now on the same text: {steps} steps in {secs} seconds.";
    GptSame { name } =
        "The GPT is {name}: by its record it learned from the same text and never saw what is held out here.";
    GptOther { name } =
        "Careful: {name} learned from other text, or there is no record: it may have seen the examination, and its figures cannot be compared.";
    GptNone = "Without the GPT (--no-gpt).";
    TryLonger = "let the GPT learn for longer";
    TryOrder = "looks further, remembers more";
    TryScore = "the score of a sentence";
}
