//! Words of `melon pretrain` and `melon finetune`.

use super::grammar::s;

crate::report::words::messages! {
    WantedTime = "a time such as 90s, 15m or 2h";
    WantedShare = "at least 0 and below 1";
    Running { loss } = "loss {loss}";
    Measured { step, train, validation } = "step {step}: training loss {train}, validation loss {validation}";

    // Before.
    PlanLayers { n_layer, n_head } =
        "{n_layer} layer{s_layer} of {n_head} head{s_head}", s_layer = s(n_layer), s_head = s(n_head);
    PlanModel { layers, n_embd, context_len, n_params } =
        "Model: {layers}, vectors of {n_embd} numbers, looking back at most {context_len} tokens; {n_params} parameters.";
    PlanText { n_chars, n_train, n_validation, vocab_size, kind } =
        "Text: {n_chars} characters. {n_train} tokens to learn from, {n_validation} held out; a vocabulary of {vocab_size} ({kind}).";
    PlanChats { n_train, n_validation } =
        "Conversations: {n_train} to learn from, {n_validation} held out. Only the answers count.";
    LeftOut { n, n_all } = "Left out, as nothing can be learned from them: {n} of {n_all} conversations.";
    LeftOutMore { n } = "and {n} more";
    PlanTooLong { n } = "Conversations longer than the context: {n}. What lies beyond it is not learned.";
    PlanSteps { iters, sequences, passes } =
        "Training: {iters} step{s_iters} of {sequences} sequence{s_sequences} each, as much as reading all the training text {passes} times.", s_iters = s(iters), s_sequences = s(sequences);
    PlanFrom { step, iters } = "Going on from step {step} of {iters}.";
    PlanTime { time } = "This will take about {time}. Ctrl-C stops it after the current step.";
    PlanTimeSaved { time, folder } =
        "This will take about {time}. Ctrl-C saves to {folder} first and then stops; the run can be resumed.";
    PlanUnsaved = "Without --save nothing is kept. To keep the model, add --save DIR.";
    CharKind = "one token a character";
    BpeKind = "byte-pair encoding: frequent runs of bytes";
    OtherKind = "from elsewhere";
    Secs { n } = "{n} second{s}", s = s(n);
    Minutes { n } = "{n} minute{s}", s = s(n);
    Hours { n } = "{n} hours";

    // After.
    PretrainedTitle { n_chars } = "Pre-training: learning from {n_chars} characters to predict the next token";
    FinetunedTitle { n } = "Fine-tuning: learning to answer from {n} conversation{s}", s = s(n);
    Curve = "The loss curve";
    CurveY = "loss (nats a token)";
    CurveX = "steps";
    LegendTrain = "training: text it learned from";
    LegendAnswers = "training: answers it learned from";
    LegendValidation = "validation: text it never saw";
    LegendHeldOut = "validation: held-out answers";
    LegendUniform = "blind guess";
    Numbers = "What the numbers mean";
    LossColumn = "loss";
    PerplexityColumn = "perplexity";
    RowUniform = "Blind guess";
    RowTrain = "On text it learned from";
    RowTrainAnswers = "On answers it learned from";
    RowValidation = "On text it never saw";
    RowHeldOut = "On held-out answers";
    RowBefore = "On the same answers before fine-tuning";
    LossMeans { vocab_size, uniform } =
        "The loss is minus the logarithm of the probability that the model gave to the token that really came, on average. A blind guess among {vocab_size} tokens costs ln {vocab_size} = {uniform}; a perfect prediction costs 0.";
    PerplexityMeans { perplexity } =
        "Perplexity is e to the power of the loss: on average the model is as unsure of the next token as if it guessed among {perplexity}.";
    VerdictOverfits { step, best, last } =
        "The validation loss was lowest at step {step} ({best}) and rose to {last} after that, while the training loss kept falling: the model began to memorise its training text. That is overfitting. The model of step {step} is the one kept.";
    VerdictNotBetter { first, last } =
        "No later model did better on what was held out than the one it began with ({first}; the last has {last}), so the first is the one that is kept. If it had learned from the same texts before, some of those held out now were among them, and the comparison is unfair: --validation-share 0 keeps the last model. Otherwise a smaller --learning-rate may help.";
    VerdictFalling = "The validation loss was still falling at the end: more steps would probably make it better.";
    VerdictSettled =
        "In this run the last two validation losses hardly differ. But at the end of a run the learning rate is small, and so is each step: a longer run (more --iters) may still go lower.";
    VerdictLevel =
        "Up to where it stopped, the last two validation losses hardly differ. That does not tell how the whole run would end: the loss may still go lower.";
    VerdictUnknown =
        "The text is too short to hold anything out: the training loss alone cannot tell learning from memorising. Take a longer text.";
    VerdictUnknownAnswers = "No loss on held-out answers was measured on the way: the training loss alone cannot tell learning from memorising.";
    VerdictNothing =
        "It is hardly better than a blind guess: there were too few steps, or the learning rate does not suit. Try more --iters, or another --learning-rate.";
    Stopped { step, iters } = "Stopped after step {step} of {iters}.";
    OutOfTime { step, iters } = "The time is up: stopped after step {step} of {iters}.";
    StoppedSaved { folder } = "Everything is saved in {folder}. This goes on as if it had never stopped:";
    NextResume = "go on with this run";
    StoppedUnsaved = "Without --save, nothing was kept.";
    SavedTo { folder } = "The model is saved in {folder}.";
    NotSaved = "Without --save, this model was not kept.";

    // Fine-tuning.
    Examples = "The same questions, before and after";
    Practised = "learned from";
    HeldOut = "held out";
    Question = "question";
    Asked { question, kind } = "{question} ({kind})";
    Before = "before";
    After = "after";
    Expected = "in the data";
    NothingSaid = "(says nothing)";
    Forgotten = "What was forgotten";
    ForgottenMore { before, after } =
        "On the text of pre-training, the validation loss rose from {before} to {after}: it learned to answer and became worse at continuing a text. This is called catastrophic forgetting; a lower learning rate or fewer steps forget less.";
    ForgottenLittle { before, after } =
        "On the text of pre-training, the validation loss went from {before} to {after}: hardly anything was forgotten.";
    ForgottenUnknown =
        "The text of its pre-training is not known. Name it with --corpus to see what was forgotten.";

    // Counting.
    CountedTitle { n_chars } = "Counting: which characters follow which in {n_chars} characters";
    CountedWhat = "What was counted";
    Length = "length";
    Distinct = "distinct runs";
    CountedMeans =
        "An n-gram model is not trained: it counts how often each run of characters occurs. Long runs seldom repeat; after one that was never seen, shorter ones are used.";
    NotForNgram { flag } = "--{flag} is for --model gpt only: an n-gram model is counted and has no such thing.";
    OnlyForNgram = "--order is for --model ngram only.";

    // What next.
    NextGpt = "now one that looks further back";
    Next = "What next";
    NextGenerate = "let it continue a text";
    NextFinetune = "teach it to answer questions";
    NextChat = "talk to it";
    NextLonger = "train for twice as many steps";
    NextDropout = "switch off random parts in training: it memorises less";
    NextLarger = "a larger model";
    NextGentle = "a lower learning rate: forgets less";
    NextSave = "keep the model";
}
