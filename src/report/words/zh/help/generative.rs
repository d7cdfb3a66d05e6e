//! The help of generate, pretrain, finetune, chat, score and ladder.

/// Every entry as `(key, text)`.
pub const ALL: &[(&str, &str)] = &[
    ("generate", "生成：接着往下写，一个词元一个词元地"),
    ("pretrain", "预训练：读文字，学着猜下一个词元"),
    ("finetune", "微调：教一个模型回答问题"),
    ("chat", "和模型聊天"),
    ("corpus", "要学的文字：.txt、.jsonl 或文件夹；不给就用自带的"),
    ("preset", "现成的配方：几秒、几分钟或几小时（不给就是 small）"),
    ("pretrain.model", "训练哪一种模型"),
    ("pretrain.order", "n 元模型的 n，1 到 6（不给就是 5）"),
    ("n_layer", "几层"),
    ("n_head", "每层几个注意力头"),
    ("n_embd", "每个词元用几个数表示"),
    ("context_len", "最多往回看几个词元"),
    ("tokenizer", "一个词元是一个字符，还是常见的字节串；bpe-han 不合并汉字"),
    ("vocab_size", "词表多大（bpe 不给就是 1000）"),
    ("stories", "每种语言再加多少篇按规则造的故事（不给就不加）"),
    ("batch_size", "每步同时看几段"),
    ("accumulation", "每步攒几批再更新"),
    ("iters", "练几步"),
    ("optimizer", "梯度怎样变成一步：AdamW，或用 Muon 更新矩阵"),
    ("learning_rate", "学习率：每步改多少"),
    ("dropout", "练习时随机丢掉几成，防止死记"),
    ("eval_interval", "每几步考一次、存一次"),
    ("time_budget", "最多练多久，如 90s、15m、2h；以后可以接着练"),
    ("save_folder", "把模型存到这个文件夹"),
    ("overwrite", "文件夹里已有模型也换掉"),
    ("resume", "接着练被打断的那一次（在 --save 的文件夹里）"),
    ("precision", "权重存成几位的数"),
    ("base_model", "要微调的模型：文件夹或它的 .zip，或自带的 gpt（不给就是它）"),
    ("finetune.chat", "对话：JSON，每行一段，或一整个列表；不给就用自带的"),
    ("validation_share", "留几成对话来考（不给就是 0.1，最多 400 段；0 则留最后的模型）"),
    ("finetune_corpus", "预训练用的文字，用来看忘了多少"),
    ("chat_model", "和哪个模型聊：文件夹，或自带的 chat"),
    ("ask", "只问这一句"),
    ("system", "在第一个问题之前对模型说的话"),
    ("conversation", "前面聊过的话（JSON 文件），接着聊；末尾的问题会得到回答"),
    ("answer_tokens", "一次最多说几个词元"),
    (
        "pretrain!",
        "melon pretrain --preset tiny --iters 200        几秒钟看一遍全过程
melon pretrain --preset tiny --iters 100 --save xigua --format json   存下来，过程给程序看
melon pretrain --model ngram                    不训练，只数",
    ),
    ("finetune!", "melon finetune --iters 2 --save xigua-chat      教自带的模型回答；去掉 --iters 2 才学得会"),
    (
        "chat!",
        "melon chat --ask 怎么挑西瓜                      只问一句
melon chat                                      一段对话，/quit 结束",
    ),
    ("prompt", "开头；- 读标准输入；“” 从头写起"),
    ("language_model", "ngram、gpt、gpt-chat、文件夹（或它的 .zip）或 .arpa 文件"),
    ("order", "n 元模型的 n：1 到 6"),
    ("smoothing", "n 元平滑：ml、witten-bell、kneser-ney、add-0.1"),
    ("max_tokens", "最多写多少个词元（默认 100，--trace 时 16）"),
    ("temperature", "温度：低于 1 更保守，高于 1 更多变"),
    ("top_k", "只在最可能的 K 个里抽样"),
    ("top_p", "只在概率合起来够 P 的最可能几个里抽样"),
    ("min_p", "只在概率不低于最大概率 P 倍的里抽样（GPT 默认 0.1；0：全部）"),
    ("greedy", "总选最可能的（没有上面几项时的默认）"),
    ("draw_seed", "抽样的随机种子（默认 42）"),
    ("stop", "写到这里就停（可重复）"),
    ("trace_steps", "把四步一步步演示出来"),
    ("candidates", "每一步列出最可能的 K 个"),
    ("memorised", "找出哪些是从训练文字里背下来的"),
    ("training_text", "训练文字在哪里（--memorised 用）"),
    ("score", "打分：这段文字有多意外？"),
    ("scored_text", "要打分的文字；- 读标准输入"),
    ("scored_file", "要打分的文件"),
    (
        "score!",
        "melon score 周一上班真的很丧 --model ngram          每个词元有多意外
melon score 周一上班真的很爽 --model ngram          换一个字呢？
melon score 西瓜熟了 --model ngram --format json    给程序看",
    ),
    ("ladder", "阶梯：从瞎猜到 GPT，同一份考题"),
    ("ladder_corpus", "文字：文件或文件夹（默认自带的）"),
    ("gpt", "用哪个 GPT（默认：自带的，或现训练一个）"),
    ("no_gpt", "不要 GPT 这一级"),
    ("training_secs", "现训练时，给 GPT 多少时间，如 90s、15m"),
    ("training_steps", "现训练一个 GPT，这么多步（结果可重现）"),
    (
        "ladder!",
        "melon ladder --no-gpt                           只数数，很快就好
melon ladder --order 6 --iters 3                现训练一个很小的 GPT，一起比",
    ),
    (
        "generate!",
        "melon generate                                  自带的模型，接着往下写
melon generate 周一上班真的很 --model ngram --trace   四步，一步步看
melon generate 西瓜 --temperature 0.8 --seed 7   按概率抽样，换种子就换一段
melon generate 夏天 --top-k 5 --memorised        哪些是背下来的？
melon generate 买瓜 --model ngram --candidates 3 --max-tokens 5   每一步的候选",
    ),
];
