answered <- list(learned = list(probabilities))
measured <- data.frame(figure = c("log_loss", "accuracy", "brier"), learned = figures(probabilities))
