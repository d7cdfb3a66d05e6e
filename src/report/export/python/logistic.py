

def probabilities(row):
    logits = scores(row)
    return softmax([0.0] + logits if len(CLASSES) == 2 else logits)
