# Tails of t, F and the normal distribution, from R. Rscript r_tails.R > r_tails.json
num <- function(x) sprintf("%.17g", x)
row <- function(...) paste0("[", paste(num(c(...)), collapse = ", "), "]")
list_of <- function(rows) paste0("[\n    ", paste(rows, collapse = ",\n    "), "\n  ]")

t_cases <- list(c(2, 15), c(0.5, 3), c(10, 8), c(1.5, 1e6), c(2, 1e6), c(25, 50), c(1e-3, 10), c(300, 4), c(0, 7), c(12.7, 1))
f_cases <- list(c(3, 2, 14), c(0.9, 20, 1e6), c(0.6, 1, 15), c(80, 3, 5), c(5e3, 4, 30), c(1e-6, 2, 9), c(0, 3, 3))
z_cases <- c(0, 0.5, 2, 10, 37)
df_cases <- c(1, 2, 5, 14, 100, 1e6)

cat("{\n  \"t\": ", list_of(sapply(t_cases, function(c) row(c, 2 * pt(-c[1], c[2])))),
    ",\n  \"f\": ", list_of(sapply(f_cases, function(c) row(c, pf(c[1], c[2], c[3], lower.tail = FALSE)))),
    ",\n  \"z\": ", list_of(sapply(z_cases, function(z) row(z, 2 * pnorm(-z)))),
    ",\n  \"t_975\": ", list_of(sapply(df_cases, function(df) row(df, qt(0.975, df)))),
    "\n}\n", sep = "")
