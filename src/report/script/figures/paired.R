mean_losses <- function(of_divisions) rowMeans(sapply(of_divisions, losses))

paired <- function(each, tails) {
  half <- qt(1 - tails / 2, length(each) - 1) * sd(each) / sqrt(length(each))
  mean(each) + c(0, -half, half)
}

