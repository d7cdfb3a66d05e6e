# glm, nnet::multinom and lm with their summaries, from R. Rscript r_models.R > r_models.json
num <- function(x) ifelse(is.na(x), "null", sprintf("%.17g", x))
arr <- function(x) paste0("[", paste(num(x), collapse = ", "), "]")
txt <- function(x) paste0("[", paste0('"', x, '"', collapse = ", "), "]")
mat <- function(m) paste0("[", paste(apply(m, 1, arr), collapse = ", "), "]")
obj <- function(...) {
  parts <- list(...)
  paste0("{", paste0('"', names(parts), '": ', unlist(parts), collapse = ",\n  "), "}")
}

set.seed(11)
n <- 80
colour <- sample(c("a", "b", "c"), n, replace = TRUE)
size <- round(rnorm(n, 5, 2), 3)
weight <- round(rnorm(n, 100, 15), 2)
score <- 0.4 * (size - 5) + 0.8 * (colour == "c") + rlogis(n)
ripe <- ifelse(score > 0.2, "yes", "no")
kind <- c("k", "m", "z")[findInterval(score, quantile(score, c(1, 2) / 3)) + 1]
sugar <- round(0.1 * size + 0.3 * (colour == "b") + rnorm(n, 0, 0.3), 4)
twice <- 2 * size

g <- glm(factor(ripe) ~ colour + size + weight, family = binomial, epsilon = 1e-14, maxit = 100)
# summary(g) has the standard errors of the iteration before the last one, off by 5e-8 here;
# these are at the estimate itself: (X'WX)^-1 with W = p (1 - p).
x <- model.matrix(g)
p <- as.vector(plogis(x %*% coef(g)))
se <- sqrt(diag(solve(t(x) %*% (x * (p * (1 - p))))))
z <- coef(g) / se
stopifnot(all(abs(se / summary(g)$coefficients[, 2] - 1) < 1e-6))
gs <- list(coefficients = cbind(coef(g), se, z, 2 * pnorm(-abs(z))))
gi <- cbind(coef(g) - qnorm(0.975) * se, coef(g) + qnorm(0.975) * se)
m <- nnet::multinom(kind ~ colour + size, trace = FALSE, abstol = 1e-20, reltol = 1e-20, maxit = 10000)
l <- lm(sugar ~ colour + size + weight)
ls <- summary(l)
a <- lm(sugar ~ size + twice + weight)
as <- summary(a)

cat(obj(
  data = obj(colour = txt(colour), size = arr(size), weight = arr(weight), ripe = txt(ripe), kind = txt(kind),
             sugar = arr(sugar), twice = arr(twice)),
  glm = obj(table = mat(gs$coefficients), deviances = arr(c(g$null.deviance, g$deviance)), aic = num(g$aic),
            df = arr(c(g$df.null, g$df.residual)), interval = mat(gi)),
  multinom = obj(coefficients = mat(coef(m)), deviance = num(m$deviance)),
  lm = obj(table = mat(ls$coefficients), r2 = num(ls$r.squared), adjusted_r2 = num(ls$adj.r.squared),
           residual_std_error = num(ls$sigma), f = num(ls$fstatistic[["value"]]),
           f_p_value = num(pf(ls$fstatistic[[1]], ls$fstatistic[[2]], ls$fstatistic[[3]], lower.tail = FALSE)),
           df = arr(ls$fstatistic[2:3]), interval = mat(confint(l))),
  aliased = obj(coefficients = arr(coef(a)), r2 = num(as$r.squared))
), "\n", sep = "")
