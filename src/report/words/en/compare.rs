//! The words of `melon compare`.

crate::report::words::messages! {
    TitleMelon = "One melon, five models";
    TitleSample = "One sample, five models";
    TitleMelonOf { n } = "One melon, models: {n}";
    TitleSampleOf { n } = "One sample, models: {n}";
    Learned { samples, classes, features } = "All learned from the same {samples}: {classes}. They look at {features}.";
    ClassCount { n, class } = "{n} with {class}";
    TheMelon { values } = "The melon: {values}.";
    TheSample { values } = "The sample: {values}.";
    NothingKnown = "nothing is said of it";
    LeftOut { features } = "Not said: {features}.";
    FromRow { row, class } =
        "No --melon was given, so this is row {row} of the table, in truth {class}. All have learned from it.";
    SeenNever = "The table has none like it.";
    Seen { counts } = "The table has some like it: {counts}.";

    Halves = "The two halves of machine learning";
    HalfDiscriminative { target, samples } =
        "A discriminative model learns one thing: what {target} is, given the features, P(y|x). It learns where the classes part, and nothing about what {samples} are like.";
    HalfGenerative { samples } =
        "A generative model learns how {samples} come about: features and answer together, P(x,y), or what the next token of a sentence is. From that it can answer, too; and it can fill gaps, make new {samples} and say which are unusual.";
    HalfNeither { samples } =
        "k-means is neither: it saw no answers and only groups {samples} that are near each other.";

    Discriminative = "discriminative";
    Generative = "generative";
    Unsupervised = "unsupervised";

    RowModels = "learns";
    NextToken = "P(next)";
    Distance = "distance";
    RowLabels = "labels";
    LabelsUsed = "seen";
    LabelsAsWords = "words";
    LabelsNotUsed = "unseen";
    RowAnswer = "answers";
    RowProbability = "with";
    RowParams = "parameters";
    RowTime = "training";
    RowAccuracy = "on unseen";
    RowLogLoss = "log-loss";
    RowClassify = "classify";
    RowFill = "fill a gap";
    RowMake = "make one";
    RowUsual = "how usual";
    Milliseconds { ms } = "{ms} ms";
    Seconds { secs } = "{secs} s";
    GridRemark =
        "“On unseen” is the cross-validated accuracy; “with” is how sure a model is of its answer. The answer of k-means was only counted once its groups were made.";
    TokensClause { sentence } =
        "The language models read sentences, as “{sentence}” A clause is one token, so their vocabulary is the table's own few words; a number is called low, medium or high by its third.";
    TokensCharacter { sentence } =
        "The language models read sentences, as “{sentence}” A character is one token: they must first learn to spell. A number is called low, medium or high by its third.";


    Section { name, family } = "{name} ({family})";
    Says { class, probability } = "It says {class}, with probability {probability}.";
    CannotAnswer { features, samples } =
        "It cannot answer: {features} is not given. Its score is a sum with a share for each feature, and it knows nothing about {samples} that it could fill the gap with.";
    WhyLogOdds { class, against, shares, sum } =
        "Why? The log-odds of {class} against {against}: {shares}; in all {sum}.";
    WhyRatios { class, against, shares, odds } =
        "Why? How many times more often each is found with {class} than with {against}: {shares}; multiplied, odds of {odds}.";
    Start = "start";
    WhyNext { sentence, candidates } = "Why? After “{sentence}” it expects the next token to be: {candidates}.";
    SentenceEnd = "(the sentence ends)";
    ClassMass { mass } =
        "The classes have {mass} of that together, and the answer is their share of it; the rest falls on other tokens.";
    SpeltMass { mass } =
        "Multiplied along the spelling of each class, the classes have {mass} together, and the answer is their share of it.";
    WhyCluster { cluster, distance, others } =
        "Why? It lies nearest to the centre of group {cluster}: {distance} (the others: {others}).";
    CentreIs { values } = "The commonest there: {values}.";
    CountedAfterwards { size, counts } = "Counted afterwards: of the {size} in that group, {counts}.";
    MeanOf { feature, value } = "{feature} about {value}";

    FillHidden { feature, guess, truth } = "Hide {feature}, and it guesses {guess} (it is {truth}).";
    FillGap { feature, guess } = "For {feature}, which was not said, it guesses {guess}.";
    MakesMelon { values, class } = "A new one from it: {values}, {class}.";
    MakesText { text } = "A new sentence from it: “{text}”";
    MakesNonsense { text, sample } = "A new sentence from it: “{text}” That is no {sample}.";
    UsualOneIn { n } = "How usual? About one in {n} is like this;";
    UsualOneInOne = "How usual? Nearly all are like this;";
    UsualDensity { nats } = "How usual? A log-density of {nats} (it depends on units and only compares);";
    UsualDistance { distance } = "How usual? It lies {distance} from the nearest centre;";
    LessUsual { n, of } = "{n} of the table's {of} are less usual.";
    CannotGenerate =
        "It cannot fill a gap, make one or say how usual this one is: it learned where the classes part, not how features go together or what is common.";
    CannotMake { sample } = "It makes no new ones: a centre is an average, not a {sample}.";

    HowGood { samples } = "Which is better on {samples} it never saw?";
    SameFoldsLoo { n } =
        "Leave-one-out: each of the {n} in turn is hidden, all learn again from the rest, and the hidden one is the test. The same tests for all; 95% intervals behind the figures.";
    SameFolds { k } =
        "{k}-fold cross-validation: each part in turn is hidden, all learn again from the rest, and that part is the test. The same tests for all; 95% intervals behind the figures.";
    Untested = "Not tested (--cv none): how they do on samples they never saw, nobody knows.";
    Always { class } = "always {class}";
    NoDifference { n } =
        "Of the {n} pairs of models none differs for certain: every interval of a difference in log-loss (95% for all of them together) holds 0. There is no winner here.";
    SomeDiffer { clear, n, list } =
        "Of the {n} pairs of models {clear} differ in log-loss (intervals without 0, 95% for all of them together): {list}. The other differences are none.";
    BetterThan { a, b } = "{a} beats {b}";
    NoneBeatsBaseline = "None is certainly better than guessing by the classes' shares.";
    BeatsBaseline { list } = "Certainly better than guessing by the classes' shares: {list}.";
    WorseThanBaseline { list } = "Certainly worse than guessing by the classes' shares: {list}.";
    BestNotAbove { model, accuracy, baseline_class, baseline } =
        "The one most often right, {model}, is right {accuracy} of the time: no more than always answering {baseline_class} ({baseline}).";
    BestNotSurelyAbove { model, accuracy, interval, baseline_class, baseline } =
        "The one most often right is {model} ({accuracy}), but its interval {interval} still holds always answering {baseline_class} ({baseline}).";
    Raw { ngram, gpt } =
        "The language models' probabilities are renormalised among the classes. Raw, with what falls on other tokens counted as lost, the n-gram's log-loss is {ngram} and the GPT's {gpt}.";
    Small { n, samples } =
        "With {n} samples nothing is proved: other {samples} might turn the order round. What this page can show is what each kind of model can do, not which is best.";

    NewMelons { n, samples } = "New {samples}: {n} from each generative model";
    Valid = "valid";
    New = "new";
    Marginals = "columns";
    Pairs = "pairs";
    Agrees = "logistic agrees";
    RealHalves = "real: half and half";
    DistancesRemark =
        "“Valid”: every feature once, and a class. “New”: not in the table. “Columns” and “pairs”: how far they lie from the table in each column, and in each two together; 0 is the same, 1 has nothing in common. “Half and half” is how far random halves of the real table lie apart: less than that means nothing.";
    NaivePairs { marginals, pairs, gpt } =
        "Once the class is drawn, naive Bayes draws every feature by itself: single columns are off by {marginals}, but pairs by {pairs} (the GPT, which writes one after the other: {gpt}).";
    WorstPair { a, b, distance } = "The pair that is farthest off: {a} and {b}, {distance}.";
    BeyondHalves { list } = "Farther off in pairs than two halves of the real table: {list}.";
    WithinHalves { halves, samples } =
        "Yet none is as far off as two halves of the real table are from each other ({halves}): other real {samples} may well differ more than that, so whose are the most lifelike cannot be told.";
    LogProbs = "What they think of each other's (mean ln P(x,y); higher is more usual)";
    By = "seen by";
    TableRows = "the table's (learned)";
    HeldOutRows = "real, held out";
    MadeBy { model } = "made by {model}";
    ReadDown =
        "Read it down: which does a model find more usual? Across, figures compare only where no feature is a number.";
    ByHeart { models, samples } =
        "To {models} the {samples} of this table seem far more usual than real ones never seen: part of what was learned is the table by heart.";

    TryLeaveOut = "leave a feature out: who can still answer?";
    TryCharacters = "let the language models read letter by letter";
    TryMore = "with more melons differences become clear";
    TryBayes = "every probability that naive Bayes keeps";
}
