//! How messages and errors are declared and said.

/// Declares messages and says them in English: `Name { arguments } = "text";`, where named
/// values may follow the text as in [`format!`]: `Melons { n } = "{n} melon{s}", s = s(n);`.
macro_rules! messages {
    ($($name:ident $({ $($arg:ident),+ })? = $text:literal $(, $with:ident = $value:expr)*;)+) => {
        $($crate::report::words::message!($name $({ $($arg),+ })? = $text);)+
        $crate::report::words::said! { $crate::report::words::En;
            $($name $({ $($arg),+ })? = $text $(, $with = $value)*;)+ }
    };
}

/// Says the messages of a subject in a further language, `texts! { Zh; ... }`; as [`messages!`],
/// which declares them.
macro_rules! texts {
    ($language:ident; $($entries:tt)+) => { $crate::report::words::said! { $language; $($entries)+ } };
}

/// One struct of [`messages!`].
macro_rules! message {
    ($name:ident = $text:literal) => {
        #[doc = concat!("\"", $text, "\"")]
        #[derive(Debug, Clone, Copy)]
        pub struct $name;

        impl $name {
            /// The message in the language of the reader.
            #[allow(dead_code)] // some are only ever said
            pub const fn text(self, lang: $crate::report::words::Lang) -> &'static str {
                $crate::report::words::label::<$name>(lang)
            }
        }
    };
    ($name:ident { $($arg:ident),+ } = $text:literal) => {
        #[doc = concat!("\"", $text, "\"")]
        #[derive(Debug, Clone, Copy)]
        #[allow(non_camel_case_types)]
        pub struct $name<$($arg),+> {
            $(#[doc = concat!("`", stringify!($arg), "`")] pub $arg: $arg),+
        }

        const _: () = $crate::report::words::every_language_says::<$name<$($crate::report::words::any!($arg)),+>>();
    };
}

/// The words of a language for messages of [`messages!`].
macro_rules! said {
    ($language:path; $($name:ident $({ $($arg:ident),+ })? = $text:literal $(, $with:ident = $value:expr)*;)+) => {
        $($crate::report::words::says! { $language; $name $({ $($arg),+ })? = $text $(, $with = $value)* })+

        /// Every entry of this file as `(name, text)`, for the test of completeness.
        #[cfg(test)]
        pub(super) const ALL: &[(&str, &str)] = &[$((stringify!($name), $text)),+];
    };
}

/// One impl of [`said!`].
macro_rules! says {
    ($language:path; $name:ident = $text:literal) => {
        impl $crate::report::words::Label<$language> for $name {
            const TEXT: &'static str = $text;
        }

        impl $crate::report::words::Said<$language> for $name {
            fn said(&self) -> String {
                $text.to_owned()
            }
        }
    };
    ($language:path; $name:ident { $($arg:ident),+ } = $text:literal $(, $with:ident = $value:expr)*) => {
        #[allow(non_camel_case_types)]
        #[deny(unused_variables)]
        impl<$($arg: std::fmt::Display),+> $crate::report::words::Said<$language> for $name<$($arg),+> {
            fn said(&self) -> String {
                let $name { $($arg),+ } = self;
                format!($text $(, $with = $value)*)
            }
        }
    };
}

/// Says errors in English, which is also their `Display`: `Self::Variant { field } = "text";`,
/// an arm of a `match` for each, with named values as in [`messages!`].
macro_rules! errors {
    ($($error:ident { $($pattern:pat = $text:literal $(, $with:ident = $value:expr)*;)+ })+) => {
        $crate::report::words::said_errors! { $crate::report::words::En;
            $($error { $($pattern = $text $(, $with = $value)*;)+ })+ }

        $(impl std::fmt::Display for $error {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&$crate::report::words::Said::<$crate::report::words::En>::said(self))
            }
        })+
    };
}

/// Says errors in a further language; as [`errors!`].
macro_rules! error_texts {
    ($language:ident; $($entries:tt)+) => { $crate::report::words::said_errors! { $language; $($entries)+ } };
}

/// The words of a language for errors.
macro_rules! said_errors {
    ($language:path; $($error:ident { $($pattern:pat = $text:literal $(, $with:ident = $value:expr)*;)+ })+) => {
        $(#[deny(unused_variables)]
        impl $crate::report::words::Said<$language> for $error {
            fn said(&self) -> String {
                match self {
                    $($pattern => format!($text $(, $with = $value)*)),+
                }
            }
        })+

        /// Every entry of this file as `(variant, text)`, for the tests.
        #[cfg(test)]
        pub(super) const ALL: &[(&str, &str)] = &[$($((stringify!($pattern), $text)),+),+];
    };
}

/// A type that stands for any argument.
macro_rules! any {
    ($arg:ident) => { &'static str };
}

pub(crate) use {any, error_texts, errors, message, messages, said, said_errors, says, texts};
