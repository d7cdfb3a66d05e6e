

def predict(row):
    x = encode(row)
    distances = []
    for centroid in CENTROIDS:
        squares = 0.0
        for value, center in zip(x, centroid):
            if isinstance(center, dict):
                squares += sum((float(level == value) - share) ** 2 for level, share in center.items())
            else:
                squares += (value - center) ** 2
        distances.append(math.sqrt(squares))
    nearest = distances.index(min(distances))
    return {"cluster": nearest + 1, "distance": distances[nearest]}
