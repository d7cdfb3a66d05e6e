//! The words of `melon compare`.

use super::grammar::s;

crate::report::words::messages! {
    TitleMelon { n } = "One melon, {n} model{s}", s = s(n);
    TitleSample { n } = "One sample, {n} model{s}", s = s(n);
    Learned { samples, classes, features } =
        "Learned from: {samples}, {classes}. The features: {features}.";
    ClassCount { n, class } = "{n} with {class}";
    TheMelon { values } = "The melon: {values}.";
    TheSample { values } = "The sample: {values}.";
    NothingKnown = "no feature is given";
    LeftOut { features } = "Not given: {features}.";
    FromRow { row, class } =
        "No --melon was given, so this is row {row} of the table, in truth {class}. Every model has learned from it.";
    SeenNever = "The table has none like it.";
    Seen { counts } = "The table has some like it: {counts}.";

    Kinds = "Discriminative and generative models";
    KindDiscriminative { target, samples } =
        "A discriminative model learns one thing: what {target} is, given the features, P(y|x). It learns how the features tell the classes apart, and nothing about what {samples} are like.";
    KindGenerative { samples } =
        "A generative model learns how features and answer occur together, P(x,y), or which token comes next in a sentence. From that it can answer too; and it can fill a gap, make new {samples} and say which are unusual.";
    KindNeither { samples } =
        "k-means is neither: it sees no answers and only groups {samples} that are near each other.";

    Learns = "learns";
    NextToken = "P(next)";
    Distance = "distance";
    Labels = "labels";
    LabelsUsed = "seen";
    LabelsAsWords = "words";
    LabelsNotUsed = "unseen";
    Answer = "answer";
    Probability = "probability";
    GlanceRemark =
        "“Labels”: whether the model saw the true classes when it learned; a language model reads them as words. “Probability”: how sure it is of its answer.";
    AccuracyRemark = "“Accuracy” is cross-validated: on samples that it did not learn from.";
    CountedRemark =
        "A model that saw no labels has no answer of its own: it groups, and the classes in the group are counted afterwards.";

    Abilities = "What each model can do";
    Classify = "answer";
    Fill = "fill";
    Make = "make";
    Rate = "rate";
    Params = "parameters";
    TrainingTime = "training";
    Milliseconds { ms } = "{ms} ms";
    Seconds { secs } = "{secs} s";
    AbilitiesRemark { sample } =
        "Answer: name the class of this {sample}. Fill: guess a feature that is hidden. Make: write a new {sample}. Rate: say how usual a {sample} is.";
    TokensClause { sentence } =
        "The language models read sentences, such as “{sentence}” A clause is one token, so their vocabulary is the few words of the table. A number is called low, medium or high, by its third.";
    TokensCharacter { sentence } =
        "The language models read sentences, such as “{sentence}” A character is one token, so they must first learn to spell. A number is called low, medium or high, by its third.";

    Section { model, family } = "{model} ({family})";
    Says { class, probability } = "It answers {class}, with probability {probability}.";
    CannotAnswer { features, samples } =
        "It cannot answer: {features} is not given. Its score is a sum with a share for each feature, and it knows nothing about {samples} that could fill the gap.";
    WhyLogOdds { class, against, shares, sum } =
        "Why? The log-odds of {class} against {against}: {shares}; in all {sum}.";
    WhyRatios { class, against, shares, odds } =
        "Why? How many times as often each is found with {class} as with {against}: {shares}; multiplied, odds of {odds}.";
    Start = "start";
    WhyNext { sentence, candidates } = "Why? After “{sentence}” it expects the next token to be: {candidates}.";
    SentenceEnd = "(the sentence ends)";
    ClassMass { mass } =
        "The classes have {mass} of that together, and the answer is their share of it; the rest falls on other tokens.";
    SpeltMass { mass } =
        "Multiplied along the spelling of each class, the classes have {mass} together, and the answer is their share of it.";
    WhyCluster { cluster, distance } = "Why? It lies nearest to the centre of group {cluster}: {distance} away.";
    OtherCentres { distances } = "To the other centres: {distances}.";
    CentreIs { values } = "Its centre: {values}.";
    CountedAfterwards { size, counts } = "Counted afterwards: of the {size} in that group, {counts}.";
    MeanOf { feature, value } = "{feature} {value} on average";

    FillHidden { feature, guess, truth } = "Hide {feature}, and it guesses {guess} (in truth {truth}).";
    FillGap { feature, guess } = "For {feature}, which is not given, it guesses {guess}.";
    RepeatsMelon { values, class, row } = "One made by it: {values}, {class}. Not a new one: row {row} of the table is the same.";
    RepeatsText { text, row } = "A sentence from it: “{text}” Not a new one: it is row {row} of the table.";
    MakesMelon { values, class } = "A new one from it: {values}, {class}.";
    MakesText { text } = "A new sentence from it: “{text}”";
    MakesNonsense { text, sample } = "A new sentence from it: “{text}” That does not describe a {sample}.";
    UsualOneIn { n } = "How usual? About one in {n} is like this;";
    UsualOneInOne = "How usual? Nearly all are like this;";
    UsualDensity { nats } =
        "How usual? Its log-density is {nats} (this depends on the units, and is good only for comparing);";
    UsualDistance { distance } = "How usual? It lies {distance} from the nearest centre;";
    LessUsual { n, of } = "{n} of the table's {of} are less usual.";
    CannotGenerate =
        "It cannot fill a gap, make a new one or say how usual this one is: it learned how the features tell the classes apart, not how features occur together or what is common.";
    CannotMake { sample } = "It makes no new ones: a centre is an average, not a {sample}.";

    HowGood { samples } = "Which is better on {samples} that it did not learn from?";
    TestedLoo = "Accuracy: leave-one-out, the same tests for every model.";
    TestedFolds { k } = "Accuracy: {k}-fold cross-validation, the same parts for every model.";
    TestedRepeated { k, n } = "Accuracy: {k}-fold cross-validation, {n} times, the same parts for every model.";
    TestedFewer { k, n, more } =
        "Accuracy: {k}-fold cross-validation, {n} times, the same parts for every model. (Without a GPT it is done {more} times, and the figures differ a little.)";
    SameFoldsLoo { n } =
        "Leave-one-out: each of the {n} in turn is hidden, the models learn again from the rest, and the hidden one is the test. The tests are the same for all. In brackets: 95% intervals.";
    SameFolds { k } =
        "{k}-fold cross-validation: each part in turn is hidden, the models learn again from the rest, and that part is the test. The tests are the same for all. In brackets: 95% intervals.";
    SameFoldsRepeated { k, n } =
        "{k}-fold cross-validation, {n} times: each part in turn is hidden, the models learn again from the rest, and that part is the test; then the division is drawn anew. The tests are the same for all; the figures are means. In brackets: 95% intervals.";
    Untested = "Not tested (--cv none): how good they are on samples that they did not learn from is not known.";
    AccuracyPercent = "accuracy, %";
    LogLossNats = "log-loss, nats";
    Always { class } = "always {class}";
    NoDifference { n } =
        "Of {n} pair{s} of models, none certainly differs in log-loss (intervals of the differences, 95% for all of them together). This does not show which is better.", s = s(n);
    SomeDiffer { clear, n, list } =
        "Pairs of models whose difference in log-loss has an interval without 0: {clear} of {n} (95% for all of them together, over the samples; with another --seed it may be others): {list}. Any other difference may be chance.";
    BetterThan { a, b } = "{a} is better than {b}";
    RestsOnClip { list, clipped, more } =
        "Not judged by log-loss: {list}. In some tests the true class got no chance at all, an infinite log-loss, counted as {clipped}. Compare by accuracy and Brier score{more}.";
    LogLossSaysNothing { clipped, more } =
        "Log-loss says nothing here. For every model there is at least one test in which it gave the true class no chance at all: an infinite log-loss, counted as {clipped}. Compare by accuracy and Brier score{more}.";
    InMore = " (--more)";
    NoneBeatsBaseline = "In log-loss, none is certainly better than guessing by the classes' shares.";
    BeatsBaseline { list } = "In log-loss, certainly better than guessing by the classes' shares: {list}.";
    WorseThanBaseline { list } = "In log-loss, certainly worse than guessing by the classes' shares: {list}.";
    BestBelow { models, accuracy, baseline_class, baseline } =
        "The highest accuracy is {accuracy} ({models}): less than that of always answering {baseline_class} ({baseline}).";
    BestAsGood { models, accuracy, baseline_class } =
        "The highest accuracy is {accuracy} ({models}): exactly that of always answering {baseline_class}.";
    BestNotSurelyAbove { models, accuracy, interval, baseline_class, baseline } =
        "The highest accuracy is {accuracy} ({models}), but its interval {interval} includes that of always answering {baseline_class} ({baseline}).";
    BestProbablyAbove { models, accuracy, interval, baseline_class, baseline, n, p } =
        "The highest accuracy is {accuracy} ({models}; interval {interval}), that of always answering {baseline_class} {baseline}: perhaps better, not certainly. One guess that is right {baseline} of the time is right at least as often in {n} samples with probability {p}; the best of several such guesses gets so far more often.";
    Raw { list } =
        "The language models' probabilities are renormalised among the classes. Without that, what falls on other tokens counts as lost, and the log-loss is: {list}.";
    RawLogLoss { model, log_loss } = "{model} {log_loss}";
    Small { n, samples } =
        "{n} samples are few: with other {samples} the order might be the reverse. This page can show what each kind of model does, not which is best.";

    NewMelons { n, samples } = "Made {samples}: {n} from each generative model";
    Verdict { samples } = "What the test on {samples} it did not learn from shows";
    TryAll = "everything: each model's reasons, what they make, all figures";
    Valid = "valid";
    New = "new";
    Marginals = "columns";
    Pairs = "pairs";
    Agrees = "logistic agrees";
    RealHalves = "two real halves";
    DistancesRemark =
        "“Valid”: every feature once, and a class. “New”: not in the table. “Columns” and “pairs”: how far they lie from the table in each column, and in each two columns together; 0 is the same, 1 has nothing in common. “Two real halves” is how far random halves of the real table lie apart: a smaller distance may be chance.";
    AgreesRemark = "“Logistic agrees”: logistic regression would have given the same class.";
    NaivePairs { marginals, pairs } =
        "Naive Bayes draws the class, and then every feature independently of the others: its columns are {marginals} away from the table, its pairs {pairs}.";
    WorstPair { a, b, distance } = "The pair that is farthest away: {a} and {b}, {distance}.";
    GptPairs { pairs } = "GPT writes one feature after the other, and sees those before: its pairs are {pairs} away.";
    BeyondHalves { list } = "Farther away in pairs than two halves of the real table: {list}.";
    WithinHalves { halves, samples } =
        "But no model's pairs are as far away as two halves of the real table are from each other ({halves}): other real {samples} may differ more than that, so this cannot tell whose are most like real ones.";
    LogProbs { samples } = "How usual the models find these {samples}: mean ln P(x,y), nats";
    By = "judged by";
    TableRows = "the table's (learned)";
    HeldOutRows = "real, held out";
    MadeBy { model } = "made by {model}";
    ReadDown =
        "Higher is more usual. Compare within a column: what does one model find more usual? Figures of different models compare only where no feature is a number.";
    ByHeart { models, samples } =
        "Far more usual than real ones that it did not learn from, the {samples} of this table seem to {models}: part of what was learned is this table, memorised.";

    TryLeaveOut = "leave a feature out: which can still answer?";
    TryCharacters = "let the language models read letter by letter";
    TryMore = "more melons: which differences become certain?";
    TryBayes = "every probability that naive Bayes keeps";

    AnswersPlot { class } = "How probable is {class}? What each model says of this one";
    EvenOdds = "0.5: as likely as not";
    AccuracyPlot = "How often each is right on what it never saw";
    AccuracyPlotRemark = "Where two intervals overlap much, the difference may be chance.";
}
