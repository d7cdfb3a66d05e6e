//! The help of generate, pretrain, finetune, chat, score and ladder.

super::super::texts! {
    "generate" = "生成：接着往下写，一个词元一个词元地", "What comes next? Text, one token at a time";
    "pretrain" = "预训练：读文字，学着猜下一个词元", "Learn to continue text, from text alone";
    "finetune" = "微调：教一个模型回答问题", "Teach a model to answer questions";
    "chat" = "和模型聊天", "Talk to a model";
    "corpus" = "要学的文字：.txt、.jsonl 或文件夹；不给就用自带的", "Text to learn from: .txt, .jsonl or a folder; else the built-in text";
    "preset" = "现成的配方：几秒、几分钟或几小时（不给就是 small）", "A recipe of seconds, minutes or hours (small unless given)";
    "pretrain.model" = "训练哪一种模型", "Which kind of model";
    "pretrain.order" = "n 元模型的 n，1 到 6（不给就是 5）", "The n of an n-gram model, 1 to 6 (5 unless given)";
    "n_layer" = "几层", "Layers";
    "n_head" = "每层几个注意力头", "Attention heads in a layer";
    "n_embd" = "每个词元用几个数表示", "Numbers that stand for a token";
    "context_len" = "最多往回看几个词元", "Tokens it looks back on";
    "tokenizer" = "一个词元是一个字符，还是常见的字节串", "A token is a character, or a frequent run of bytes";
    "vocab_size" = "词表多大（bpe 不给就是 1000）", "Tokens in the vocabulary (1000 for bpe unless given)";
    "batch_size" = "每步同时看几段", "Sequences in a step";
    "accumulation" = "每步攒几批再更新", "Batches added up before a step";
    "iters" = "练几步", "Steps of training";
    "learning_rate" = "学习率：每步改多少", "Learning rate: how far a step goes";
    "dropout" = "练习时随机丢掉几成，防背书", "Share dropped at random in training";
    "eval_interval" = "每几步考一次、存一次", "Steps between two examinations";
    "time_budget" = "最多练多久，如 90s、15m、2h；以后可以接着练", "Stop after 90s, 15m, 2h ...; may be resumed";
    "save_folder" = "把模型存到这个文件夹", "Save the model to this folder";
    "overwrite" = "文件夹里已有模型也换掉", "Replace a model that is there";
    "resume" = "接着练被打断的那一次（在 --save 的文件夹里）", "Go on with the interrupted run in --save";
    "precision" = "权重存成几位的数", "How weights are stored";
    "base_model" = "要微调的模型：文件夹，或自带的 gpt（不给就是它）", "Model to fine-tune: a folder, or the built-in gpt (the default)";
    "finetune.chat" = "对话，每行一段；不给就用自带的", "Conversations, one a line; else the built-in ones";
    "validation_share" = "留几成对话来考（不给就是 0.1；0 则留下最后一步的模型）", "Share held out (0.1); with 0 the last step's model is kept";
    "finetune_corpus" = "预训练用的文字，用来看忘了多少", "Text of the pre-training, to see what is forgotten";
    "chat_model" = "和哪个模型聊：文件夹，或自带的 chat", "Model to talk to: a folder, or the built-in chat";
    "ask" = "只问这一句", "Ask this one question";
    "answer_tokens" = "一次最多说几个词元", "Most tokens in an answer";
    "pretrain!" = "melon pretrain --preset tiny --iters 200        几秒钟看一遍全过程
melon pretrain --preset tiny --iters 100 --save xigua --format json   存下来，过程给程序看
melon pretrain --model ngram                    不训练，只数",
        "melon pretrain --preset tiny --iters 200          the whole way in seconds
melon pretrain --preset tiny --iters 100 --save melon-gpt --format json    keep it; lines for a program
melon pretrain --model ngram                      not trained, but counted";
    "finetune!" = "melon finetune --iters 2 --save xigua-chat      教自带的模型回答；去掉 --iters 2 才学得会",
        "melon finetune --iters 2 --save melon-chat        teach the built-in model; for real without --iters 2";
    "chat!" = "melon chat --ask 怎么挑西瓜                      只问一句
melon chat                                      聊起来，/quit 结束",
        "melon chat --ask How do I choose a watermelon     one question
melon chat                                        a conversation; /quit ends it";
    "prompt" = "开头；- 读标准输入；“” 从头写起", "The beginning; - reads it from stdin, '' starts from nothing";
    "language_model" = "ngram、gpt、gpt-chat、文件夹或 .arpa 文件", "ngram, gpt, gpt-chat, a folder or an .arpa file";
    "order" = "n-gram 看几个词元：1 到 6", "Length of the n-grams, 1 to 6";
    "smoothing" = "n-gram 的平滑：ml、witten-bell、kneser-ney、add-0.1",
        "Of the n-gram: ml (shares as seen, backing off where nothing was), witten-bell, kneser-ney or add-0.1";
    "max_tokens" = "最多写多少个词元（默认 100，--trace 时 16）", "Most tokens to write (100; with --trace 16)";
    "temperature" = "温度：低于 1 更稳，高于 1 更野", "Below 1 it plays safe, above 1 it dares more";
    "top_k" = "只在最可能的 K 个里抽", "Draw among the K likeliest only";
    "top_p" = "只在合起来够 P 的最可能几个里抽", "Draw among the likeliest that make up P together";
    "min_p" = "只在不低于最大概率 P 倍的里抽", "Draw among those with at least P of the likeliest's share";
    "greedy" = "总选最可能的（没有上面几项时的默认）", "Always the likeliest: the default without the settings above";
    "draw_seed" = "抽签的随机种子（默认 42）", "Seed of the draws (42)";
    "stop" = "写到这里就停（可重复）", "Stop before this text (repeatable)";
    "trace_steps" = "把四步一步步演示出来", "Show the four steps of every token";
    "candidates" = "每一步列出最可能的 K 个", "List the K likeliest tokens of every step";
    "memorised" = "查一查哪些是从训练文字里背下来的", "Report what of it stands in the training text";
    "training_text" = "训练文字在哪里（--memorised 用）", "The training text, for --memorised";
    "score" = "打分：这段文字有多意外？", "How surprising is a text? Its probability, token by token";
    "scored_text" = "要打分的文字；- 读标准输入", "The text; - reads it from stdin";
    "scored_file" = "要打分的文件", "A file with the text";
    "score!" = "melon score 周一上班真的很丧 --model ngram          每个词元有多意外
melon score 周一上班真的很爽 --model ngram          换一个字呢？
melon score 西瓜熟了 --model ngram --format json    给程序看",
        "melon score Watermelons --model ngram             the surprise of every token
melon score Xylophone --model ngram               and of a word it has never read
melon score Melon --model ngram --format json      for a program";
    "ladder" = "阶梯：从瞎猜到 GPT，同一份考卷", "From guessing to a GPT: five models, one examination";
    "ladder_corpus" = "文字：文件或文件夹（默认自带的）", "Text: files or folders (the built-in one)";
    "gpt" = "用哪个 GPT（默认：自带的，或现训练一个）", "Which GPT (the built-in one, or one trained now)";
    "no_gpt" = "不要 GPT 这一级", "Without the GPT";
    "training_secs" = "现训练时，给 GPT 多少时间，如 90s、15m", "Time for a GPT that is trained now, as 90s or 15m";
    "training_steps" = "现训练一个 GPT，这么多步（结果可重现）", "Train a GPT now, with so many steps (reproducible)";
    "ladder!" = "melon ladder --no-gpt                           只数数，马上就好
melon ladder --order 6 --iters 3                现训练一个很小的 GPT，一起比",
        "melon ladder --no-gpt                             counting only, done at once
melon ladder --order 6 --iters 3                  with a GPT that has just begun to learn";
    "generate!" = "melon generate                                  自带的模型，接着往下写
melon generate 周一上班真的很 --model ngram --trace   四步，一步步看
melon generate 西瓜 --temperature 0.8 --seed 7   抽签，换种子就换一段
melon generate 夏天 --top-k 5 --memorised        哪些是背下来的？
melon generate 买瓜 --model ngram --candidates 3 --max-tokens 5   每一步的候选",
        "melon generate                                    the built-in model goes on writing
melon generate Monday --model ngram --trace       the four steps, one by one
melon generate Melons --temperature 0.8 --seed 7  by lot: another seed, another text
melon generate Summer --top-k 5 --memorised       what of it is memory?
melon generate Buy --model ngram --candidates 3 --max-tokens 5    who else might have come";
}
