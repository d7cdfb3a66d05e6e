//! What a reader may try: texts for language models, and a melon to ask about.

crate::report::words::messages! {
    Melon = "color=green,root=curled,sound=muffled";
    Prompt = "A ripe melon";
    Word = "Melons";
    Buying = "Buy";
    HalfSentence = "Monday at work is really";
    Sentence = "On Monday morning the alarm clock rings";
    HowToChoose = "How do I choose a watermelon";
    WhoAreYou = "Who are you";
}
