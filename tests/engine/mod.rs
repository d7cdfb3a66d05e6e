//! The engines: against figures worked out elsewhere, against each other, and where it is hard.

mod agreement;
mod hard_cases;
mod invariance;
mod passes;
mod patience;
mod reference;
mod separated;
mod synthetic;
mod tables;
