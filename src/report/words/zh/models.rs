//! What the models are called.

use crate::report::words::models::*;

crate::report::words::texts! {
    Logistic = "逻辑回归";
    NaiveBayes = "朴素贝叶斯";
    NGram = "n 元模型";
    Gpt = "GPT";
    KMeans = "k 均值";
    WithSetting { model, setting } = "{model}（{setting}）";

    Discriminative = "判别式";
    Generative = "生成式";
    Unsupervised = "无监督";
}
