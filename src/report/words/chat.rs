//! Words of `melon chat`.

super::words! {
    welcome(model, n_params) = "和 {model} 聊天。它只有 {n_params} 个参数，常常会错。/clear 从头聊，/quit 或 Ctrl-D 结束。\n",
        "Talking to {model}, a model of {n_params} parameters that is often wrong. /clear begins anew, /quit or Ctrl-D ends.\n";
    you = "你：", "You:";
    model = "瓜：", "Melon:";
    cleared = "前面说过的都忘了。", "What was said is forgotten.";
    commands = "有这些命令：/clear 从头聊，/quit 结束。", "The commands are /clear, which begins anew, and /quit.";
    forgotten(n, context_len) = "上下文只有 {context_len} 个词元，放不下了：最早的 {n} 句已经忘掉。", "The context of {context_len} tokens is full: the {n} oldest turns were left out.";
    cut(n, context_len) = "这句话太长，上下文只有 {context_len} 个词元：开头的 {n} 个没有读。", "The question is too long for a context of {context_len} tokens: its first {n} were not read.";
    broken_off(n) = "说到 {n} 个词元就停了。--max-tokens 可以调大。", "Broken off after {n} tokens; --max-tokens allows more.";
    not_tuned = "这个模型只预训练过，只会接着写，不会回答。用 melon finetune 教它。", "This model was pre-trained only: it continues a text and does not answer. melon finetune teaches it.";
    no_question = "--ask 后面没有问题。写上想问的，如 --ask 怎么挑西瓜。", "--ask has no question. Say what to ask, as in --ask 'Is it ripe?'";
    wanted_temperature = "是不小于 0 的数", "a number from 0 up";
    wanted_top_k = "是至少为 1 的整数", "a whole number from 1";
    wanted_top_p = "大于 0、不超过 1", "above 0 and at most 1";
    wanted_min_p = "在 0 和 1 之间", "between 0 and 1";
}
