//! Words of `melon generate` and of its trace.

use super::grammar::s;

crate::report::words::messages! {
    Example = "On Monday morning";
    Model { name, n_params, vocab_size, context_len } =
        "The model, {name}, has {n_params} parameters; it knows {vocab_size} tokens and looks back on {context_len} at most.";
    Title { prompt } = "“{prompt}”: what comes next?";
    Beginning = "(the beginning of a text)";
    FourSteps =
        "Every token takes the same four steps: encode, predict, choose, append. The first token is explained in full; after it, each token is a row of a table.";

    Encode = "(1) Encode: text becomes numbers";
    Token = "token";
    Id = "id";
    NotShown { n } = "The {n} tokens before these are not shown.";
    Vectors { n } =
        "A model does not know letters. Each token is replaced by a vector: {n} numbers, learned in training. Tokens that are used in similar ways tend to get similar vectors. Here are the first numbers of the last tokens:";
    VectorShades { n_shaded } =
        "The shades are the first {n_shaded} numbers, from the smallest of them (light) to the largest (dark).";
    NoVectors =
        "An n-gram has no vectors: to it a token is only a number, and two tokens are the same or they are not.";

    Predict = "(2) Predict: how likely is each token to be the next?";
    HeadsTitle = "Where each head looks from the last token: the darker, the more of its attention";
    LooksBack =
        "To predict it, the last token looks back: every head of every layer divides its attention among this token and those before it.";
    Layer { layer } = "layer {layer}";
    Head { layer, head } = "layer {layer}, head {head}";
    Seen { context, n } =
        "It looks up what it has read: after {context} there came {n} different tokens, and their shares are their probabilities.";
    SeenSmoothed { context, n } =
        "It looks up what it has read: after {context} there came {n} different tokens. Their probabilities follow their shares but are not the same: smoothing has moved some of it to tokens that never came there.";
    SeenNothing =
        "Nothing it has read ever followed this context, and add-k smoothing asks no shorter one: every token is as likely as any other.";
    NoContext { n } =
        "A model of single tokens (--order 1) looks at none of the tokens before: it goes by how common each of {n} tokens is.";
    Smoothed = "Smoothing has moved some probability to tokens that never came.";
    NeverSeen { n } =
        "Nothing it has read ever followed the last token, so it goes by how common each of {n} tokens is.";
    Probability = "probability";
    Before = "model";
    After = "adjusted";
    LeftOut = "out";
    Chosen = "← chosen";
    FurtherDown { token, rank, p } = "The token chosen, {token}, is further down: number {rank}, with {p}.";
    NthToken { n, token } = "Token {n} → {token}";

    Choose = "(3) Choose: which one?";
    AlwaysLikeliest = "Every token was the likeliest one.";
    AllDrawn { settings } = "Every token was drawn at random: {settings}.";
    Greedy { token } =
        "The usual way (greedy): take the most likely token → {token}. With the same text before it, the result is always the same.";
    Drawn { settings, n } =
        "At random, with {settings}: {n} token{s} can be drawn. Their adjusted probabilities are laid end to end, and a random number between 0 and 1 falls on one of them.", s = s(n);
    FellOn { draw, token } = "{draw} falls on {token}.";

    Append = "(4) Append: add it to the text, and repeat";
    Again = "The longer text is read in the same four steps, again and again, until it is time to stop:";
    Others = "other tokens it might have been";
    Text = "The text";

    StopMaxTokens = "that was the number asked for (--max-tokens)";
    StopString = "a stop string came (--stop)";
    StopEnd = "the model ended the text";
    StopInterrupted = "interrupted";
    Ending { name, n, why } = "{name}: {n} token{s_n}; stopped because {why}.", s_n = s(n);
    Unknown { characters } =
        "The vocabulary lacks these characters: {characters}. They are spelt in bytes, which the model has hardly seen: do not expect much.";
    UnknownWords { unknown } =
        "The model reads words, and does not have these: {unknown}. To it they are all one and the same unknown word.";
    Circles = "Always taking the most likely token easily leads to repetition. Add --temperature 0.8 to draw at random instead.";
    UsualMinP { p } =
        "Tokens that have less than {p} times the probability of the likeliest at this temperature are left out, as is usual for a GPT; --min-p 0 draws from all.";
    OnlyNgram { flag } = "{flag} goes with --model ngram only.";

    Memorised = "Is the text new, or copied from the training text?";
    NothingShared = "It shares not a single character with the training text.";
    LongestRun { n, share, document } =
        "The longest passage that stands in the training text has {n} characters ({share} of it), in {document}. Here it is in brackets:";
    Novel { run, n, of, share } =
        "Of its {of} run{s_of} of {run} characters, {n} ({share}) stand nowhere in the training text.", s_of = s(of);
    LossTrain = "training text";
    LossHeldOut = "held-out text";
    Loss = "loss (nats a token)";
    GapWide =
        "The text it never saw is much harder for it: part of what it knows is memorised training text.";
    GapNarrow = "The two are close: what it learned also holds for new text.";
    NoHeldOut =
        "No text was held out to test it, so its loss on new text is unknown.";
    UnknownTraining { name } =
        "There is no record of what {name} was trained on, so there is nothing to compare with. Name its training text with --corpus FILE.";

    TrySampling = "draw at random instead of taking the most likely";
    TrySeed = "another seed, another text";
    TryColder = "a lower temperature: safer and more repetitive";
    TryMemorised = "how much of it is copied?";
    TryHeldOut = "hold some text out, and test every kind of model on it";

    CandidatesAfter { n, text } = "Candidates for token {n}, after: {text}";
    FirstTokens { n } = "Only the first {n} tokens are drawn.";
    Picked = "chosen";
    NotChosen = "not chosen";
}
