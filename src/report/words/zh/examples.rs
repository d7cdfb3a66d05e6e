//! What a reader may try: texts for language models, and a melon to ask about.

use crate::report::words::Zh;
use crate::report::words::examples::*;

crate::report::words::texts! { Zh;
    Melon = "色泽=青绿,根蒂=蜷缩,敲声=浊响";
    Prompt = "西瓜";
    Word = "西瓜";
    Buying = "买瓜";
    HalfSentence = "周一上班真的很";
    Sentence = "周一上班真的很丧";
    HowToChoose = "怎么挑西瓜";
    WhoAreYou = "你是谁";
}
