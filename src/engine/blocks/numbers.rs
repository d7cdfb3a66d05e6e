//! Sums, and what they are asked for by, as plain numbers: the form in which they travel.

use ndarray::{Array2, ShapeBuilder};
use std::slice::Iter;

/// What can be written down as numbers and be read again, bit by bit the same.
pub trait AsNumbers: Sized {
    /// Puts it behind `numbers`.
    fn put(&self, numbers: &mut Vec<f64>);

    /// The next of `numbers`; `None` where they are not such ones.
    fn take(numbers: &mut Iter<f64>) -> Option<Self>;

    /// The numbers that [`of_numbers`](Self::of_numbers) makes it from again.
    fn to_numbers(&self) -> Vec<f64> {
        let mut numbers = Vec::new();
        self.put(&mut numbers);
        numbers
    }

    /// From all of `numbers`.
    fn of_numbers(numbers: &[f64]) -> Option<Self> {
        let mut numbers = numbers.iter();
        Self::take(&mut numbers).filter(|_| numbers.as_slice().is_empty())
    }
}

impl AsNumbers for f64 {
    fn put(&self, numbers: &mut Vec<f64>) {
        numbers.push(*self);
    }

    fn take(numbers: &mut Iter<f64>) -> Option<Self> {
        numbers.next().copied()
    }
}

/// Counts: below 2⁵³, which no table reaches.
macro_rules! counts {
    ($($count:ty),*) => {$(
        impl AsNumbers for $count {
            fn put(&self, numbers: &mut Vec<f64>) {
                numbers.push(*self as f64);
            }

            fn take(numbers: &mut Iter<f64>) -> Option<Self> {
                numbers.next().map(|&number| number as $count)
            }
        }
    )*};
}
counts!(usize, u32);

impl AsNumbers for bool {
    fn put(&self, numbers: &mut Vec<f64>) {
        numbers.push(f64::from(u8::from(*self)));
    }

    fn take(numbers: &mut Iter<f64>) -> Option<Self> {
        numbers.next().map(|&number| number != 0.0)
    }
}

impl<T: AsNumbers> AsNumbers for Vec<T> {
    fn put(&self, numbers: &mut Vec<f64>) {
        self.len().put(numbers);
        self.iter().for_each(|one| one.put(numbers));
    }

    fn take(numbers: &mut Iter<f64>) -> Option<Self> {
        let n = usize::take(numbers)?;
        (0..n).map(|_| T::take(numbers)).collect()
    }
}

impl<T: AsNumbers> AsNumbers for Option<T> {
    fn put(&self, numbers: &mut Vec<f64>) {
        self.is_some().put(numbers);
        self.iter().for_each(|one| one.put(numbers));
    }

    fn take(numbers: &mut Iter<f64>) -> Option<Self> {
        if bool::take(numbers)? { T::take(numbers).map(Some) } else { Some(None) }
    }
}

impl<T: AsNumbers, const N: usize> AsNumbers for [T; N] {
    fn put(&self, numbers: &mut Vec<f64>) {
        self.iter().for_each(|one| one.put(numbers));
    }

    fn take(numbers: &mut Iter<f64>) -> Option<Self> {
        (0..N).map(|_| T::take(numbers)).collect::<Option<Vec<T>>>()?.try_into().ok()
    }
}

impl<A: AsNumbers, B: AsNumbers> AsNumbers for (A, B) {
    fn put(&self, numbers: &mut Vec<f64>) {
        self.0.put(numbers);
        self.1.put(numbers);
    }

    fn take(numbers: &mut Iter<f64>) -> Option<Self> {
        Some((A::take(numbers)?, B::take(numbers)?))
    }
}

impl<T: AsNumbers + Clone> AsNumbers for Array2<T> {
    fn put(&self, numbers: &mut Vec<f64>) {
        [self.nrows(), self.ncols()].put(numbers);
        self.iter().for_each(|cell| cell.put(numbers));
    }

    fn take(numbers: &mut Iter<f64>) -> Option<Self> {
        let [n_rows, n_columns] = <[usize; 2]>::take(numbers)?;
        let cells = (0..n_rows * n_columns).map(|_| T::take(numbers)).collect::<Option<Vec<T>>>()?;
        Array2::from_shape_vec((n_rows, n_columns).set_f(false), cells).ok()
    }
}

/// Says that a struct is the numbers of its fields, one after the other.
macro_rules! as_numbers {
    ($name:ident { $($field:tt),* $(,)? }) => {
        impl $crate::engine::AsNumbers for $name {
            fn put(&self, _numbers: &mut Vec<f64>) {
                $($crate::engine::AsNumbers::put(&self.$field, _numbers);)*
            }

            fn take(_numbers: &mut std::slice::Iter<f64>) -> Option<Self> {
                Some($name { $($field: $crate::engine::AsNumbers::take(_numbers)?),* })
            }
        }
    };
}
pub(crate) use as_numbers;

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn what_was_put_is_taken_again() {
        let value = (vec![Some([0.1, f64::NEG_INFINITY]), None], (array![[1usize, 2, 3], [4, 5, 6]], true));
        let numbers = value.to_numbers();
        assert_eq!(<(Vec<Option<[f64; 2]>>, (Array2<usize>, bool))>::of_numbers(&numbers), Some(value));
        assert_eq!(Vec::<f64>::of_numbers(&numbers[..1]), None);
        assert_eq!(f64::of_numbers(&[1.0, 2.0]), None);
    }
}
