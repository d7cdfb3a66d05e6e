//! Words of `melon explain`.

crate::report::words::messages! {
    Title { term, translation } = "{term} ({translation})";
    Also { names } = "Also called: {names}";
    Book { section } = "Book (Zhou Zhihua, Machine Learning): {section}";
    Shows = "shows it";
    Nearest = "melon has none; this comes nearest";
    TryAll = "all terms";

    ListTitle { n } = "The terms of the course: {n}";
    Term = "term";
    Translation = "in Chinese";
    InBook = "book";
    TryOne = "one term, by any of its names, in either language";

    Unknown { asked } = "the glossary has no term {asked}.";
    DidYouMean { nearest } = "Did you mean: {nearest}?";
    SeeList = "melon explain lists all terms.";
}
