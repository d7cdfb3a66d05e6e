#--- impurity
shares <- function(counts) {
  total <- rowSums(counts)
  counts / ifelse(total > 0, total, 1)
}

entropy <- function(counts) {
  p <- shares(counts)
  0 - rowSums(p * log2(pmax(p, 1e-300)))
}

gini <- function(counts) 1 - rowSums(shares(counts)^2)

judge <- function(children, total) {
  n <- matrix(sapply(children, rowSums), ncol = length(children))
  known <- rowSums(n)
  r <- n / known
  rho <- known / total
  together <- Reduce(`+`, children)
  weighted <- function(impurity) Reduce(`+`, lapply(seq_along(children), function(v) r[, v] * impurity(children[[v]])))
  gain <- rho * (entropy(together) - weighted(entropy))
  index <- weighted(gini)
  decrease <- rho * (gini(together) - index)
  value <- entropy(n)
  ratio <- ifelse(value > 0, gain / value, NA)
  merit <- switch(criterion, gain = gain, "gain-ratio" = ratio, gini = decrease)
  score <- switch(criterion, gain = gain, "gain-ratio" = ratio, gini = index)
  data.frame(gain, score, merit, decrease, divides = rowSums(n > 0) > 1)
}
#--- offers
halfway <- function(low, high) {
  middle <- signif(low / 2 + high / 2, 13)
  ifelse(low <= middle & middle < high, middle, low)
}

splits_of <- function(name, weight) {
  here <- which(weight > 0 & !is.na(cells[[name]]))
  x <- cells[[name]][here]
  of_class <- weight[here] * outer(y[here], seq_len(n_classes), "==")
  if (name %in% names(levels_of)) {
    thresholds <- if (length(here) > 0) NA_real_
    children <- lapply(seq_along(levels_of[[name]]), function(value) t(colSums(of_class[x == value, , drop = FALSE])))
  } else {
    order <- order(x)
    x <- x[order]
    below <- apply(of_class[order, , drop = FALSE], 2, cumsum)
    cuts <- which(head(x, -1) < x[-1])
    thresholds <- halfway(x[cuts], x[cuts + 1])
    if (length(cuts) > 0) {
      above <- sweep(-below, 2, below[nrow(below), ], "+")
      children <- list(below[cuts, , drop = FALSE], above[cuts, , drop = FALSE])
    }
  }
  if (length(thresholds) == 0) return(NULL)
  splits <- cbind(feature = name, threshold = thresholds, judge(children, sum(weight)))
  by <- if (criterion == "gini") splits$decrease else splits$gain
  splits[by >= max(by) - 1e-9, ]
}
#--- choose
choose <- function(splits) {
  may <- which(splits$divides)
  if (criterion == "gain-ratio" && length(may) > 0) {
    gains <- splits$gain[may][!duplicated(splits$feature[may])]
    enough <- unique(splits$feature[may])[gains >= mean(gains) - 1e-9]
    may <- may[splits$feature[may] %in% enough]
  }
  if (length(may) == 0) return(NULL)
  tied <- may[splits$merit[may] >= max(splits$merit[may]) - 1e-9]
  c(tied[splits$feature[tied] %in% preferred], tied)[1]
}
#--- answer
branch_of <- function(feature, threshold) {
  x <- cells[[feature]]
  if (is.na(threshold)) x else 1 + (x > threshold)
}

answer <- function(rows, at = 1, weight = rep(1, length(rows))) {
  out <- matrix(0, nrow(data), n_classes)
  node <- nodes[[at]]
  if (is.null(node$split)) {
    out[rows, ] <- outer(weight, node$shares)
    return(out)
  }
  branch <- branch_of(node$split$feature, node$split$threshold)[rows]
  for (value in seq_along(node$children)) {
    part <- ifelse(is.na(branch), node$child_shares[value], branch == value)
    there <- which(part > 0)
    if (length(there) > 0) out <- out + answer(rows[there], node$children[value], (weight * part)[there])
  }
  out
}

majority <- function(p) if (n_classes == 2) 1 + (p[, 2] >= 0.5) else max.col(p, ties.method = "first")

n_right <- function() sum(majority(answer(held)[held, , drop = FALSE]) == y[held])
#--- grow
nodes <- list()
trace <- list()

add_leaf <- function(weight, parent, path) {
  counts <- sapply(seq_len(n_classes), function(class) sum(weight[y == class]))
  p <- if (sum(counts) > 0) counts / sum(counts) else parent
  nodes[[length(nodes) + 1]] <<- list(counts = counts, shares = p, path = path)
  length(nodes)
}

expand <- function(at, weight, unused) {
  node <- nodes[[at]]
  if (sum(node$counts > 0) < 2 || length(node$path) == max_depth || sum(weight > 0) < min_samples) return()
  splits <- do.call(rbind, lapply(unused, splits_of, weight))
  if (is.null(splits)) return()
  best <- choose(splits)
  here <- paste(c("root", unlist(lapply(node$path, paste, collapse = ""))), collapse = "/")
  shown <- splits[c("feature", "threshold", "gain", "score")]
  trace[[length(trace) + 1]] <<- cbind(
    node = here, n = sum(weight), entropy = entropy(t(node$counts)), shown, chosen = seq_len(nrow(splits)) %in% best
  )
  if (is.null(best)) return()
  feature <- splits$feature[best]
  threshold <- splits$threshold[best]
  branch <- branch_of(feature, threshold)
  answers <- paste0("=", levels_of[[feature]])
  if (!is.na(threshold)) answers <- paste0(c("<=", ">"), format(threshold, digits = 15))
  of_children <- lapply(seq_along(answers), function(value) weight * (branch %in% value))
  part <- sapply(of_children, sum) / sum(weight[!is.na(branch)])
  of_children <- Map(function(share, own) ifelse(is.na(branch), weight * share, own), part, of_children)
#--- pre
  before <- n_right()
#--- grow
  children <- sapply(seq_along(answers), function(value) {
    add_leaf(of_children[[value]], node$shares, c(node$path, list(c(feature, answers[value]))))
  })
  nodes[[at]] <<- c(node, list(split = list(feature = feature, threshold = threshold), child_shares = part, children = children))
#--- pre
  if (n_right() <= before) {
    nodes[[at]] <<- node
    return()
  }
#--- grow
  rest <- unused[unused != feature | !(unused %in% names(levels_of))]
  for (value in seq_along(answers)) expand(children[value], of_children[[value]], rest)
}

grow_tree <- function(rows, labels, aside) {
  force(labels)  # it may be y
  y <<- rep(0, nrow(data))
  y[rows] <<- labels
  held <<- aside
  n_classes <<- max(labels)
  nodes <<- list()
  trace <<- list()
  weight <- rep(0, nrow(data))
  weight[rows] <- 1
  weight[aside] <- 0
  add_leaf(weight, NULL, list())
  expand(1, weight, features)
#--- post
  for (at in order(-sapply(nodes, function(node) length(node$path)), -seq_along(nodes))) {
    node <- nodes[[at]]
    if (!is.null(node$split)) {
      before <- n_right()
      nodes[[at]] <<- node[c("counts", "shares", "path")]
      if (n_right() <= before) nodes[[at]] <<- node
    }
  }
#--- end
}
#--- grown
invisible(grow_tree(seq_len(nrow(data)), y, held))
#--- trace
if (length(trace) > 0) write.csv(do.call(rbind, trace), row.names = FALSE, na = "")
cat("\n")
#--- rules
rules_below <- function(at) {
  node <- nodes[[at]]
  if (!is.null(node$split)) return(do.call(rbind, lapply(node$children, rules_below)))
  closest <- character(0)
  for (step in node$path) {
    kind <- paste(step[1], substr(step[2], 1, 1))
    closest <- c(closest[names(closest) != kind], setNames(paste0(step[1], step[2]), kind))
  }
  predicted <- majority(t(node$shares))
  data.frame(
    rule = paste(closest, collapse = " & "), predicted = classes[predicted], n = sum(node$counts), right = node$counts[predicted]
  )
}

write.csv(rules_below(1), row.names = FALSE)
cat("\n")
#--- held
write.csv(data.frame("validation samples" = length(held), right = n_right(), check.names = FALSE), row.names = FALSE)
cat("\n")
#--- probabilities
probabilities <- answer(seq_len(nrow(data)))
