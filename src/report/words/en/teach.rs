//! Words of `melon teach`.

crate::report::words::messages! {
    Title { minutes } = "A lesson of {minutes} minutes";
    From = "from";
    Minutes = "minutes";
    What = "what";
    Screens = "screens of the tour";
    Step { number, title, minutes } = "{number}. {title} ({minutes} minutes)";
    Run = "run it in front of the class";
    HandOut = "to hand out: the lab, a form and data of the student's own";
    Ask { question } = "Ask: {question}";
    Answer { answer } = "Answer: {answer}";
    TrySlides = "the same as slides, with the tour's screens; in your browser";
    TryLabs = "all labs";
    TryTerms = "the terms, each with the command that shows it";

    SlidesTitle = "Machine learning with watermelons";
    SlideKeys = "Right and left, or space, go on and back. Printed, each slide has a page of its own.";
    NotSlides { path } = "--slides writes .html. {path} is something else.";
}
