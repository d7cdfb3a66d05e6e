//! Words of `melon lab`.

use super::grammar::s;

crate::report::words::messages! {
    ListTitle = "Labs";
    ListWhat = "Predict, run, look, explain. The first eight follow the course; the others are exercises of the book (Zhou Zhihua, Machine Learning).";
    Number = "lab";
    Name = "title";
    Minutes = "minutes";
    Questions = "questions";
    OwnData = "own data";
    OwnDataYes = "yes";
    ShowTitle { id, title } = "Lab {id}: {title}";
    Meta { minutes, questions } = "{minutes} minutes, {questions} questions";
    MetaBook { minutes, questions, book } = "{minutes} minutes, {questions} questions; book: {book}";

    WantNumber = "a number; 53%, 0.53 and 9/17 are understood";
    WantCount = "a whole number";
    WantWord = "a word";
    WantYes = "yes or no";
    WantSure = "yes, no, or not certain";
    WantText = "a sentence or two, for your teacher";
    FormHead { title } = "{title}: write your answers after the colons";

    Started { folder, data } = "{folder}/ has the lab (lab.md), the form for your answers (answers.yaml){data}.";
    StartedData = " and your own data (data.csv)";
    FolderThere { folder } = "{folder} is there already. Go on in it, or name another folder with -o.";

    CheckTitle { id, title } = "Lab {id}: {title}";
    OfStudent { student } = "The data of {student}.";
    OfForm { student } = "The data of {student}: this is the ID in the form.";
    OfNobody = "No student's ID is given: checked with what is the same for all. If the lab was started with an ID, put it behind student: in the form, or add --student ID.";
    Score { score, most } = "{score} of {most} points";
    AllRight = "All right!";
    NotYet { n } = "Not yet: {n} question{s} to go.", s = s(n);
    Right = "right";
    Wrong = "not right";
    Unreadable = "no figure";
    NoFigure = "this cannot be read as one figure, so it was not compared: write the figure alone, as 0.53, 53% or 9/17.";
    NoCount = "this cannot be read as one whole number, so it was not compared: write a whole number, as 7.";
    Missing = "no answer yet";
    ForTeacher = "for your teacher";
    Hint = "hint";
    Question = "question";
    State = "answer";

    KeyTitle { id, title } = "Key of lab {id}: {title}";
    Answer = "answer";
    Within { value, within } = "{value} (±{within})";
    Command = "command";
    OpenAnswer = "(open)";
    Yes = "yes";
    No = "no";
    NotCertain = "not certain";
    WhyNotCertain { question, figures } = "{question} cannot be told from these samples: {figures}.";

    Sound { questions } = "The lab is sound: its text says every command, every answer of its {questions} questions can be computed and be right as the page rounds it, and no hint says one.";
    LineFault { line, what } = "line {line}: {what}";
    Faults { file, list } = "{file}\n{list}";
    NoSuchLab { id, known } = "there is no lab {id}, and no file of this name. Labs: {known}.";
    OtherLab { form, asked } = "the form is for lab {form}, but lab {asked} is asked for.";
    OtherStudent { form, asked } = "the form is of {form}, but --student says {asked}.";
    KeyIsForTeachers = "--key shows the answers: add --for teacher.";
    NeedsStudent = "--student needs an ID.";

    Skipped = "nothing was answered";
    NotRight = "the answer is not right";
    TeacherReads = "An open answer: your teacher reads it.";

    TryStart = "a folder with the lab, a form and data of your own";
    TryShow = "read the first lab";
    TryCheck = "what is right, and a hint where it is not";
}
