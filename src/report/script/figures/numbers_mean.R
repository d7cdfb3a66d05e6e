measured$mean <- c(sqrt(mean(of_mean^2)), NA, NA)
