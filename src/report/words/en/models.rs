//! What the models are called.

crate::report::words::messages! {
    Logistic = "logistic regression";
    NaiveBayes = "naive Bayes";
    NGram = "n-gram";
    Gpt = "GPT";
    KMeans = "k-means";
    WithSetting { model, setting } = "{model} {setting}";

    Discriminative = "discriminative";
    Generative = "generative";
    Unsupervised = "unsupervised";
}
