//! One integration binary: the rules of the house, every model's contract, golden values,
//! properties, and the real command line.

mod architecture;
mod cli;
mod contract;
mod engine;
mod golden;
mod property;
