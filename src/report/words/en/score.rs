//! Words of `melon score` and `melon ladder`.

use super::grammar::s;

crate::report::words::messages! {
    Title = "How surprising is this text?";
    Means =
        "The surprise of a token is -ln of its probability: 0 for a certain token, and 0.69 more each time the probability is halved.";
    Token = "token";
    Probability = "probability";
    Surprise = "surprise (nats)";
    ByLine = "Which lines are the most surprising?";
    Line = "line";
    PerChar = "nats a character";
    LineText = "text";
    MostSurprising = "The most surprising tokens";
    AllTogether = "All together";
    Total { nats, n } = "Log-probability of the whole: {nats} nats ({n} token{s})", s = s(n);
    PerToken { nats_per_token, nats_per_char } = "On average {nats_per_token} nats a token, {nats_per_char} nats a character";
    Perplexity { perplexity, vocab_size } =
        "Perplexity {perplexity}: on average as unsure as among so many tokens (there are {vocab_size} in all)";
    PerplexityBlind { perplexity, vocab_size } =
        "Perplexity {perplexity}: more than the {vocab_size} tokens there are. On this text it does worse than a blind guess among all of them: it gave its probability to other tokens.";
    TryOther = "what another model says";
    TryLadder = "from guessing to the GPT, step by step";

    LadderTitle = "From guessing to a GPT: one test for all";
    LadderSplit { n_train, n_validation, share } =
        "The first {share} of each document is the training text ({n_train} characters); the models are tested on the rest ({n_validation}). The score is the average surprise of a character, in nats: lower is better.";
    LadderSampled { n } =
        "The training text is long: the models are tested on {n} characters of it, evenly spread.";
    Model = "model";
    Params = "parameters";
    Train = "training";
    Validation = "held out";
    Uniform = "uniform (guessing)";
    Unigram = "unigram (how common)";
    Bigram = "bigram (one before)";
    NGram { order, before } = "{order}-gram ({before} before)";
    Gpt { n } = "GPT ({n} before)";
    Reading =
        "The n-grams are counted, with Kneser-Ney smoothing. What counts is the held-out column: the further the two columns are apart, the more of the training text the model has memorised.";
    Best { model, nats } = "Best on the held-out text: {model}, {nats} nats a character.";
    NotComparable { model } =
        "Careful: {model} cannot spell the held-out text. It reads all words that it does not know as one and the same (`<unk>`), which is easier to guess; so its figure cannot be compared with the others, and it is left out where the best is named.";
    GptTrained { steps, secs } = "The GPT was trained just now on the same text: {steps} step{s_steps} in {secs} second{s}.", s_steps = s(steps), s = s(secs);
    GptSame { name } =
        "The GPT is {name}: by its training record it learned from the same text and never saw what is held out here.";
    GptStories { n } =
        "It has also read {n} generated stories in each language, which the n-grams here have not.";
    GptLost { model, readings } =
        "Why is the GPT behind the {model}? Counting needs to see a text once. A GPT changes all its numbers a little at every step, and so far it has read the text {readings} times.";
    GptLostBefore { model } =
        "Why is the GPT behind the {model}? Counting needs to see a text once; a GPT changes all its numbers a little at every step and needs many steps and much text.";
    LacksTime =
        "It is surprised by its own training text nearly as much as by new text: it has not finished learning. More steps would change that, or more parameters.";
    LacksSamples =
        "It knows its training text much better than new text: it has begun to memorise the text. What would change that is more text, not more time.";
    GptOther { name } =
        "Careful: {name} learned from other text, or it has no training record. It may have seen the held-out text, so its figures cannot be compared with the others.";
    GptNone = "Without the GPT (--no-gpt).";
    TryLonger = "train the GPT for longer";
    TryOrder = "an n-gram that looks further back and memorises more";
    TryScore = "score a sentence";

    LadderPlot = "What each costs on text it never saw";
    LadderX = "surprise (nats a character): less is better";
}
