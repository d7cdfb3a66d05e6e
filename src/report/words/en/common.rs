//! Words that every report shares.

use super::grammar::s;

crate::report::words::messages! {
    Samples { n } = "{n} sample{s}", s = s(n);
    Melons { n } = "{n} melon{s}", s = s(n);
    Sample = "sample";
    TheSamples = "samples";
    TheMelons = "melons";
    Melon = "melon";
    Stem { name } = "{name} (the stem)";
    Accuracy = "accuracy";
    Intercept = "(Intercept)";
    Estimate = "estimate";
    StdError = "std. err";
    PValue = "p-value";
    Interval = "95% interval";
    Term = "term";
    Column = "column";
    HowGood = "How good is it?";
    TryNext = "What to try next";
    Stars = "Stars: *** p<0.001, ** p<0.01, * p<0.05, . p<0.1";
    NoInference = "Penalised estimates have no standard errors or p-values: they are shrunk on purpose.";
    Reference { levels } = "Each level is measured against the one left out: {levels}.";
    Standardized = "Numeric columns were standardised: a coefficient is for one standard deviation more.";
    AndMore { n } = "... and {n} more: --format csv shows them all";
    HeatShades = "█ half or more  ▓ a quarter  ▒ a tenth  ░ 3%  · next to nothing";
    HeatEarlier { n } = "The column … is the {n} token{s} before, taken together.", s = s(n);
}
