//! One integration binary: the rules of the house, every model's contract, golden values,
//! properties, inputs that were changed at random, and the real command line.

mod architecture;
mod cli;
mod contract;
mod engine;
mod fuzz;
mod golden;
mod property;
