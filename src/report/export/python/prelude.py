

def cell(row, name, levels=()):
    for spelling in (name, *OTHER_NAMES.get(name, ())):
        if spelling in row:
            value = row[spelling]
            if value is None or value != value:
                return None
            value = str(value).strip()
            is_missing = value == "" or (value.lower() in MISSING and value not in levels)
            return None if is_missing else value
    return None


def number(row, name, missing=None):
    value = cell(row, name)
    if value is None:
        return missing
    try:
        as_number = float(value)
    except ValueError:
        raise ValueError(f"{name}: {value!r} is not a number") from None
    if math.isinf(as_number):
        raise ValueError(f"{name}: {value}")
    return as_number


def category(row, name, levels, missing=None):
    value = cell(row, name, levels)
    if value is None:
        return missing
    for spelling in (value, *OTHER_NAMES.get(value, ())):
        if spelling in levels:
            return spelling
    in_any_case = [level for level in levels if level.lower() == value.lower()]
    if len(in_any_case) == 1:
        return in_any_case[0]
    raise ValueError(f"{name}: {value!r} not in {list(levels)}")
