//! Words of `melon generate` and of its trace.

crate::report::words::messages! {
    Example = "On Monday morning";
    Model { name, n_params, vocab_size, context_len } =
        "The model, {name}, has {n_params} parameters; it knows {vocab_size} tokens and looks back on {context_len} at most.";
    Title { prompt } = "{prompt} – and then?";
    Beginning = "(the beginning of a text)";
    FourSteps =
        "Every token takes the same four steps: encode, predict, choose, append. The first is shown slowly, each later one in a line.";

    Encode = "(1) Encode: text becomes numbers";
    Token = "token";
    Id = "id";
    Vectors { n } =
        "A model does not know letters. Each token stands for {n} numbers that were learned; tokens used alike have numbers alike. The darker, the larger.";
    NoVectors =
        "An n-gram has no vectors: to it a token is a mere number, and two tokens are the same or they are not.";

    Predict = "(2) Predict: how likely is each token to be the next?";
    LooksBack =
        "To predict it, the last token looks back: every head of every layer shares its attention among the tokens before.";
    Shades = "█ half or more  ▓ a quarter  ▒ a tenth  ░ 3%  · next to nothing";
    Earlier { n } = "The column … is the {n} tokens before, taken together.";
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
    Smoothed = " Smoothing has moved some probability to tokens that never came.";
    NeverSeen { n } =
        "Nothing it has read ever followed the last token, so it goes by how common each of {n} tokens is.";
    Probability = "probability";
    Before = "from the model";
    After = "after the settings";
    LeftOut = "out";
    FurtherDown { token, rank, p } = "... the one chosen, {token}, is number {rank} with {p}.";
    NthToken { n } = "token {n}";

    Choose = "(3) Choose: which one?";
    Greedy { token } = "The usual way (greedy): take the likeliest → {token}. The same beginning always ends the same.";
    Drawn { settings, n } =
        "By lot, with {settings}: {n} tokens can be drawn. Their probabilities are laid end to end, and a number between 0 and 1 falls on one of them.";
    FellOn { draw, token } = "{draw} falls on {token}.";

    Append = "(4) Append: write it down, and begin again";
    Again = "The longer text is the new beginning, and the same four steps follow, until it is time to stop:";
    Others = "it might have been";
    Text = "The text";

    StopMaxTokens = "that was the number asked for (--max-tokens)";
    StopString = "a stop string came (--stop)";
    StopEnd = "the model ended the text";
    StopInterrupted = "interrupted";
    Ending { name, n, why } = "{name}: {n} tokens; stopped because {why}.";
    Unknown { characters } =
        "The vocabulary lacks these characters: {characters}. They are spelt in bytes, which the model has hardly seen: do not expect much.";
    Circles = "Always taking the likeliest runs in circles. Say --temperature 0.8 to draw instead.";
    OnlyNgram { flag } = "{flag} goes with --model ngram only.";
    SmoothingHere { name } = "n-gram counted just now, smoothing: {name}.";

    Memorised = "Did it write that, or has it read it?";
    NothingShared = "It shares not a single character with the training text.";
    LongestRun { n, share, document } =
        "The longest passage that stands in the training text has {n} characters ({share} of it), in {document}. Here it is in brackets:";
    Novel { run, n, of, share } =
        "Of its {of} runs of {run} characters, {n} ({share}) stand nowhere in the training text:";
    LossTrain = "text it learned from";
    LossHeldOut = "text held out";
    Loss { name, nats } = "{name}  {nats} nats a token";
    GapWide = "What it never saw is much harder for it: part of what it knows is memory, not understanding.";
    GapNarrow = "The two are close: what it learned carries over to new text.";
    NoHeldOut =
        "No text was held out to examine it, so nobody knows how it does on new text. melon ladder holds some out.";
    UnknownTraining { name } =
        "Nobody has written down what {name} was trained on, so there is nothing to compare with. Name its training text with --corpus FILE.";

    TrySampling = "draw instead of taking the likeliest";
    TrySeed = "another seed, another text";
    TryColder = "colder: safer and more repetitive";
    TryMemorised = "what of it is memory?";
}
