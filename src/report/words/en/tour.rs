//! Words of `melon tour`: the frame, and the screens in their order.

use super::grammar::s;

crate::report::words::messages! {
    ListTitle = "The screens of this lesson";
    ListRemark = "Every screen is computed as you look: no figure is fixed in advance.";
    TryAll = "from the beginning";
    TryOne { title } = "one screen: {title}";
    TryFrom { number } = "from screen {number} on";
    Keys { title, last } = "Enter: {title}   b back   t try it   1–{last}   q quit";
    End = "the end";
    NothingBefore = "This is the first screen: nothing lies before it.";
    NoScreenNumber { typed, last } = "There is no screen {typed}: they go from 1 to {last}.";
    NoScreenName { typed } = "No screen is called {typed}.";
    SeeList = "melon tour --list lists them all.";

    LettersTitle = "What the name says";
    LettersIdea =
        "ChatGPT is made of four words, and each of them is an idea. There is a very small GPT inside this program to show them.";
    LettersChat = "Taking turns: you ask, it answers.";
    LettersQuestion { text } = "Q: {text}";
    LettersAnswer { text } = "A: {text}";
    LettersG { screen } = "It does not look up a text; it writes one, token by token (screen {screen}).";
    LettersP { screen } =
        "Before it could chat, it read, and at every place guessed what comes next. Nobody had to label anything: the text holds the answers (screen {screen}).";
    LettersT =
        "A network with attention: for each token it weighs all tokens before it, which of them matter now, and takes from those more than from the others, however far back they are.";

    NextWordTitle = "The next word";
    NextWordIdea =
        "A language model writes one token at a time. Before each it gives every possible token a probability, and then it picks one. That is all that 'generative' means.";
    NextWordPrompt { prompt } = "So far: {prompt} ... What next?";
    NextWordCounted { n_chars, n, v } =
        "Where do they come from? They are counted: in the built-in text ({n_chars} characters) this beginning occurs {n} times. All other tokens, of {v}, get almost 0.";
    NextWordTimes { n } = "{n} times";
    NextWordPieces { times, pieces } = "{times}; tokens: {pieces}";
    NextWordLesson = "Another text gives other probabilities: the model knows what it has read, and no more.";
    NextWordComputed { offers } =
        "A GPT keeps no text and looks nothing up: it computes its probabilities from numbers that training has set. The one in this program has for the same beginning: {offers}. So it has an answer for beginnings it has never read, too.";

    FourStepsTitle = "Four steps, again and again";
    StepEncode = "1 encode";
    StepPredict = "2 predict";
    StepChoose = "3 choose";
    StepAppend = "4 append";
    EncodeWhat = "the text is cut into tokens, each with a number";
    VectorIs { text, numbers, n } = "{text} → ({numbers}, …): in a GPT, a vector of {n} numbers";
    PredictWhat { n } = "from the last {n} token{s}: the probability of each next token", s = s(n);
    ChooseWhat = "take the likeliest (or draw one at random by its probability)";
    AppendWhat = "add it to the end, and back to step 2";
    Round = "round";
    SoFar = "so far";
    Candidates = "candidates";
    Chosen = "chosen";
    RoundsMore { n } = "... and {n} more round{s}", s = s(n);
    Written { text } = "Written: {text}";
    StoppedString { rounds, stop } = "It stopped after {rounds} rounds, at the {stop} that it was told to stop at.";
    StoppedEnd { rounds } = "It stopped after {rounds} rounds, with the token that ends a text.";
    StoppedMax { rounds } = "It stopped after {rounds} rounds, the length that was asked for.";
    Parrot { sure, rounds } =
        "In {sure} of {rounds} rounds there was only one candidate: it has read so little that it mostly repeats it.";

    FeaturesTitle = "Features and labels";
    FeaturesIdea { n, features, label } =
        "Another kind of question: not to write, but to decide. Take {n} melons, note {features}, cut each open and note whether it is {label}. What is seen outside are the features, what is inside is the label.";
    FeaturesContradiction { a, b } =
        "Melons {a} and {b} look the same outside and differ inside: from outside, no one can get all of them right.";
    FeaturesDiscriminative = "A model of the label given the features, P(y|x), is called discriminative.";

    TrainingTitle = "Training on ten melons";
    TrainingIdea { n } =
        "Training means finding the rule that leads from features to labels. A logistic regression learns it now from the {n} melons. Afterwards it can be asked about any melon:";
    TrainingLikeliest { shown, n } = "Of all {n} combinations, the {shown} likeliest to be ripe";
    TrainingUnseen { unseen, n } =
        "It never saw {unseen} of the {n} and still has an answer: this is called generalisation.";
    TrainingHonest { train, held_out, baseline } =
        "An answer need not be right. Right on what it learned from: {train}. On melons that were hidden from it: {held_out}. Always one and the same answer: {baseline} at best.";
    TrainingUnsure { n, interval } =
        "From {n} melons that is uncertain (95% interval {interval}) and no proof that it beats guessing: do not trust the rule yet.";
    TrainingWorse { interval } = "Guessing does better (95% interval {interval}): do not trust the rule.";
    TrainingHolds { interval } = "It is better than guessing on hidden melons, too (95% interval {interval}).";

    SumTitle = "Y = f(x₁) + f(x₂) + f(x₃)";
    SumIdea { melon } =
        "How does the model judge a melon that is {melon}? Every feature gives its evidence, positive for ripe, negative against; the sum is Y:";
    SumName { name } = "f({name})";
    SumBias = "start (intercept)";
    SumTotal { total } = "Y = {total}";
    SumSigmoid = "Y can be any number and a probability lies between 0 and 1, so an S-shaped curve follows:";
    SumParams { n, features } =
        "Each f is a small table with a number for each value. With the start, {features} features make {n} numbers: these are the parameters, and training finds them.";

    ClassificationTitle = "Classification: one of two";
    ClassificationIdea { n, class, other } =
        "One answer of two: classification. {n} melons stand at their Y; the curve makes it a probability, and from one half on the answer is {class}, else {other}.";
    ClassificationRight { train, held_out, baseline } =
        "Right on {train} of melons it learned from, {held_out} of others; one fixed answer: {baseline}.";
    Overfitting { n } =
        "Learning what holds only for the melons at hand is called overfitting. It makes such a gap; with {n} melons, chance may make one too.";

    RegressionTitle = "Regression: the answer is a number";
    RegressionIdea { n } =
        "How sweet is it? Sugar is a number, and predicting a number is regression. The same three features, added up, learned from {n} synthetic melons.";
    RegressionAnswer { melon, sugar } = "A melon that is {melon}: predicted sugar {sugar}.";
    RegressionX = "predicted";
    RegressionY = "true sugar (on the line: exactly right)";
    RegressionError { rmse, baseline } =
        "On melons it never saw its typical error is {rmse}; that of always answering the mean is {baseline}.";
    RegressionFew { n, rmse, baseline } =
        "The same on the book's {n} melons: an error of {rmse}; of the mean, {baseline}.";
    RegressionFewWorse = "With so few melons it did worse than the mean.";
    RegressionFewBetter = "Even with so few it did better than the mean.";

    UnsupervisedTitle = "Learning without answers";
    UnsupervisedIdea { label, n } =
        "So far every melon came with its answer: supervised learning. Now the column '{label}' is covered. By looks alone the program puts {n} melons into groups of similar ones: unsupervised learning, here clustering.";
    UnsupervisedGroup { k, n, what } = "Group {k} ({n}): {what}";
    UnsupervisedThen = "Only now uncover the labels:";
    UnsupervisedPurity { purity, majority } =
        "Calling every melon by the majority of its group is right {purity} of the time; by the majority of all, {majority}.";
    UnsupervisedLesson = "The groups follow similarity, not ripeness: k-means never saw a label, and to it all features count alike. Logistic regression saw the labels: a feature counts for it as far as it tells ripe from unripe.";

    ClusteringTitle = "Clustering, step by step";
    ClusteringIdea { n, k } =
        "{n} melons, density and sugar, no labels. k-means places {k} centres; each melon joins the nearest, each centre moves to the middle of its own, and so on.";
    ClusteringSteps { steps } = "Squared distances to the centres, step by step: {steps}";
    ClusteringStable { n } = "After {n} steps no melon changes its group any more.";

    PretrainingTitle = "Pre-training: reading without labels";
    PretrainingIdea { n_chars, n_params } =
        "Text has no labels, but every character is followed by the next: the answers are in the text. A small GPT ({n_params} parameters) has just learned from {n_chars} characters of the built-in text; a tenth of it is held out to test the GPT.";
    PretrainingLoss = "Loss: how surprising each character is, on held-out text (nats)";
    PretrainingStep { n } = "step {n}";
    PretrainingUniform { v } = "guessing: ln {v}";
    PretrainingStarted = "It begins like guessing and becomes less and less surprised.";
    PretrainingNotLearned = "This time it learned almost nothing.";
    PretrainingBefore { text } = "before: {text}";
    PretrainingAfter { text } = "after:  {text}";
    PretrainingLesson =
        "A few seconds are enough to learn common letters and the shapes of words. The same, millions of times larger, is the first stage of a large model.";

    FinetuningTitle = "Fine-tuning: learning to answer";
    FinetuningIdea { n } =
        "A model that has only read continues a text. Fine-tuning lets it practise on a stock of {n} conversations. Only answers count: this is supervised.";
    FinetuningBefore { text } = "before, it continues: {text}";
    FinetuningAfter { text } = "after, it answers: {text}";
    FinetuningNotPractised = "(Neither was among those practised.)";
    FinetuningWrong { right } = "(Wrong, and said in the same tone. Right would be: {right}.)";
    FinetuningLesson =
        "Two stages, the same parameters. Whether it is right it does not know.";

    ParametersTitle = "Parameters: what is large about it";
    ParametersIdea =
        "Parameters are the numbers that training has to find. Each block to the right is ten times as many:";
    SizeFormula = "three f's, one each";
    SizeTenMelons = "ten melons, logistic";
    SizeGpt = "the small GPT just now";
    SizeNgram = "n-gram of the built-in text";
    SizeEmbedded = "the GPT that chats";
    SizeGpt3 = "GPT-3";
    SizeGpt4 = "GPT-4 (not confirmed)";
    SizeCounted = "counted";
    SizeSaid = "not counted here";
    ParametersRatio { ratio } =
        "From ten melons to GPT-3 is a factor of {ratio}. The method of training is the same: compute the loss, and change each parameter a little so that it falls.";
    ParametersHearsay =
        "GPT-3's figure is from its paper (2020). GPT-4's was never published: 1.8 trillion is a rumour.";

    EmergenceTitle = "Emergence: try another measure";
    EmergenceIdea { len, iters } =
        "Six GPTs that differ in size alone practise one thing for {iters} steps: write {len} letters backwards. The same answers are scored with two measures:";
    EmergenceParams = "parameters";
    EmergenceLetters = "letters right";
    EmergenceWords = "whole words right";
    EmergenceGap { params, letters, words, steps } =
        "The one with {params} parameters already gets {letters} of the letters, and {words} of the words: by the second measure it has hardly begun. {steps}";
    EmergenceSteeper { letters, words } =
        "The steepest step is {words} of the whole rise in words and only {letters} of that in letters: part of what looks sudden comes from the measure.";
    EmergenceAsSteep { letters, words } =
        "But the steepest step is {letters} of the whole rise in letters and {words} of that in words: this time it is about as sudden by either measure.";
    EmergenceNoGap = "This time both measures agree; neither looks more sudden.";
    EmergenceLesson { len } =
        "A whole word needs {len} letters right in a row, about the {len}th power of the letters' share. How much of the emergence of large models is ability and how much comes from the measure is still debated.";

    SideTitle = "Side by side: two kinds of model";
    SideIdea { n, melon } =
        "Both kinds of model look at one melon: {melon}. All five learned from the {n} melons, the language models from sentences about them.";
    SideModels = "what it models";
    SideAnswer = "P(ripe)";
    SideFills = "guesses one hidden";
    SideNext = "P(next token)";
    SideDistance = "distances";
    SideAfterwards = "* Counted in its cluster afterwards: it saw no labels.";
    SideMeans = "P(y|x): ripe among melons like this. P(x, y): like this and ripe, among all.";
    SideMake = "Now each is asked for a new melon:";
    SideMakes { name, melon } = "{name}: {melon}";
    SideMakesNone { names } = "{names}: cannot, they learned no P(x)";
    SideLesson =
        "A discriminative model answers the one thing it was asked. A generative one, such as a large language model, has learned the whole: it decides, fills in and makes new ones.";

    TryClassifyTen = "train it yourself and see every coefficient";
    TryAsk = "ask about one melon, and why";
    TryShowTen = "look at the table";
    TryDataList = "what other tables there are";
    TryNoPenalty = "what happens without the penalty?";
    TryCurve = "how many melons are enough?";
    TryCandidates = "which other tokens were possible at each step";
    TryDraw = "drawn at random: another seed, another text";
    TryTrace = "the four steps of every round";
    TryScale = "three tasks, three measures, for three seconds";
    TryCompare = "the same, tested: which can be trusted?";
    TryChat = "talk to it; /quit ends it";
    TryList = "the screens of this lesson";
    TryPretrain = "watch an even smaller GPT learn";
    TryAskChat = "ask it something else";
    TryPath = "does it overfit? with more freedom, and with less";
    TryPlot = "draw where each melon stands";
    TryRegress = "the formula and its error";
    TryClusterMelons = "two clusters, compared with the labels";
    TryClusterRange = "how many clusters?";
    TryClusterTrace = "watch the centres move";
}
