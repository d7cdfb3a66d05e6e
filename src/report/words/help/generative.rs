//! The help of generate, pretrain, finetune, chat, score and ladder.

super::super::texts! {
    "generate" = "生成：接着往下写，一个词元一个词元地", "What comes next? Text, one token at a time";
}
