//! Words of `melon lab`.

use crate::report::words::Zh;
use crate::report::words::lab::*;

crate::report::words::texts! { Zh;
    ListTitle = "实验";
    ListWhat = "先猜，再跑，再看，再解释。前八个跟着课程走；其余是书（周志华《机器学习》）上的习题。";
    Number = "实验";
    Name = "题目";
    Minutes = "分钟";
    Questions = "题数";
    OwnData = "各人的数据";
    OwnDataYes = "有";
    ShowTitle { id, title } = "实验 {id}：{title}";
    Meta { minutes, questions } = "{minutes} 分钟，{questions} 题";
    MetaBook { minutes, questions, book } = "{minutes} 分钟，{questions} 题；书：{book}";

    WantNumber = "一个数；53%、0.53、9/17 都看得懂";
    WantCount = "一个整数";
    WantWord = "一个词";
    WantYes = "是或否";
    WantSure = "是、否，或者不能确定";
    WantText = "一两句话，给老师看";
    FormHead { title } = "{title}：答案写在冒号后面";

    Started { folder, data } = "{folder}/ 里有实验（lab.md）、答卷（answers.yaml）{data}。";
    StartedData = "和你自己的数据（data.csv）";
    FolderThere { folder } = "{folder} 已经有了。接着在里面做，或者用 -o 换一个文件夹。";

    CheckTitle { id, title } = "实验 {id}：{title}";
    OfStudent { student } = "用的是 {student} 的数据。";
    OfForm { student } = "用的是 {student} 的数据：学号是答卷里写的。";
    OfNobody = "没有学号：按大家都一样的那一份来批改。如果是用学号开始的，请在答卷的 student: 后面写上学号，或者加上 --student 学号。";
    Score { score, most } = "{score} 分，满分 {most}";
    AllRight = "全对！";
    NotYet { n } = "还没完：还有 {n} 题。";
    Right = "对";
    Wrong = "不对";
    Unreadable = "不是一个数";
    NoFigure = "这里读不出一个数，所以没有比较：只写数就行，比如 0.53、53% 或 9/17。";
    NoCount = "这里读不出一个整数，所以没有比较：只写一个整数，比如 7。";
    Missing = "还没答";
    ForTeacher = "给老师看";
    Hint = "提示";
    Question = "题目";
    State = "答案";

    KeyTitle { id, title } = "实验 {id} 的答案：{title}";
    Answer = "答案";
    Within { value, within } = "{value}（±{within}）";
    Command = "命令";
    OpenAnswer = "（开放题）";
    Yes = "是";
    No = "否";
    NotCertain = "不能确定";
    WhyNotCertain { question, figures } = "{question}：这些样本说明不了：{figures}（in 就是落在区间里）。";

    Sound { questions } = "这个实验没有问题：要敲的命令正文里都有，{questions} 道题的答案都算得出来，照页面上的数填也算对，提示也没有说出答案。";
    LineFault { line, what } = "第 {line} 行：{what}";
    Faults { file, list } = "{file}\n{list}";
    NoSuchLab { id, known } = "没有实验 {id}，也没有叫这个名字的文件。现有的实验：{known}。";
    OtherLab { form, asked } = "这份答卷是实验 {form} 的，要查的是实验 {asked}。";
    OtherStudent { form, asked } = "这份答卷是 {form} 的，--student 说的是 {asked}。";
    KeyIsForTeachers = "--key 会显示答案：请加上 --for teacher。";
    NeedsStudent = "--student 后面要有学号。";

    Skipped = "没有回答";
    NotRight = "答案不对";
    TeacherReads = "开放题：由老师来看。";

    TryStart = "一个文件夹：实验、答卷和你自己的数据";
    TryShow = "读一读第一个实验";
    TryCheck = "哪些对了；不对的给一个提示";
}
