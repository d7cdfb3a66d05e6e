

def softmax(logs):
    most = max(logs)
    if most == -math.inf:
        raise ValueError("P(x) = 0")
    parts = [math.exp(log - most) for log in logs]
    return [part / sum(parts) for part in parts]
