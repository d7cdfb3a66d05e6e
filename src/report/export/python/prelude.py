

def cell(row, name):
    for spelling in (name, *OTHER_NAMES.get(name, ())):
        if spelling in row:
            value = row[spelling]
            is_missing = value is None or value == "" or value != value
            return None if is_missing else value
    return None


def number(row, name, missing=None):
    value = cell(row, name)
    if value is None:
        return missing
    value = float(value)
    if math.isinf(value):
        raise ValueError(f"{name}: {value}")
    return value


def category(row, name, levels, missing=None):
    value = cell(row, name)
    if value is None:
        return missing
    value = str(value)
    for spelling in (value, *OTHER_NAMES.get(value, ())):
        if spelling in levels:
            return spelling
    raise ValueError(f"{name}: {value!r} not in {list(levels)}")
