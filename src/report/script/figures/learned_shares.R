of_classes <- tabulate(truth) / length(truth)
measured$shares <- c(-sum(of_classes * log(of_classes)), max(of_classes), NA)
