//! One integration binary: the rules of the house, every model's contract, golden values,
//! properties, and the real command line.

mod architecture;
mod contract;
mod cli;
mod engine;
mod golden;
mod property;
