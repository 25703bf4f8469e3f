package org.plainline.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrisisWatchTests {
    private final CrisisWatch watch = new CrisisWatch();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            我不想活了 | SELF_HARM
            活着没意思 | SELF_HARM
            想跳樓算了 | SELF_HARM
            唔想做人 | SELF_HARM
            吃了一瓶药 | SELF_HARM_BEGUN
            我妈喝了农药 | SELF_HARM_BEGUN
            不想活了,已经喝了半瓶农药 | SELF_HARM_BEGUN
            she took all the pills | SELF_HARM_BEGUN
            i want to die, i took too many pills | SELF_HARM_BEGUN
            我 不 想 活 了 | SELF_HARM
            I want to end it all | SELF_HARM
            i can’t go on any more | SELF_HARM
            他现在打我 | VIOLENCE
            老公拿刀 | VIOLENCE
            他昨天又打我，把我头打破了 | VIOLENCE
            老公打我这么多年了 | VIOLENCE
            他打我这边脸都肿了 | VIOLENCE
            丈夫天天打我这日子怎么过 | VIOLENCE
            儿子打我这个老太婆 | CHILD
            前夫把我打得头破血流 | VIOLENCE
            the boss sent men, they say they will kill me if I complain | VIOLENCE
            he said he will burn my room if I talk | VIOLENCE
            儿子喝了酒就打我 | VIOLENCE
            he's hitting me right now | VIOLENCE
            邻居天天打孩子 | CHILD
            家里着火了快来人 | FIRE
            厨房煤气漏了 | FIRE
            the house is on fire | FIRE
            煤气中毒了 | EMERGENCY
            喘不上气 | EMERGENCY
            孩子没气了 | EMERGENCY
            no pulse please help | EMERGENCY
            i want to díe, i want to end it áll | SELF_HARM
            三天没吃饭了,三天没吃 | DESTITUTION
            we have nowhere to sleep tonight, nowhere to sleep | DESTITUTION
            我想带着两个孩子一起走 | SELF_HARM
            后事我都安排好了 | SELF_HARM
            granny says she will jump in the river | SELF_HARM
            逼得要跳楼了 | SELF_HARM
            煤气灶漏气 | EMERGENCY
            老板打人，不让走 | VIOLENCE
            wo de laogong 打我 | VIOLENCE
            有人要买我娃，给五万 | CHILD
            阿爸一个人住山上，打他电话两天没人接 | EMERGENCY
            """)
    void hearsDanger(String said, Danger danger) {
        assertThat(watch.in(said)).contains(danger);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "丧葬费怎么领",
                "他说把钱打我卡上",
                "窗口的人把我打发回来了",
                "其他的钱打我存折上",
                "他们说打我工资卡上",
                "前夫从来不打钱",
                "护工打扫卫生吗",
                "儿子每月打我生活费",
                "landlord threatened me with eviction",
                "the heat is going to kill me",
                "can they burn medical waste",
                "他昨天打我电话了",
                "父亲去世了低保怎么办",
                "要死亡证明吗",
                "家里着火了能申请临时救助吗",
                "上个月自杀的邻居的孩子有补助吗",
                "累死了",
                "气死我了",
                "急死人",
                "材料烦死了",
                "救助站在哪",
                "被炒鱿鱼",
                "I got fired",
                "this form is killing me",
                "death benefit",
                "fire relief",
                "kill the application",
                "shoot me a text",
                "my heart stopped when I saw the bill",
                "低保要打印什么表",
                "打工的钱要不回来",
                "my mother doesn't want to live in a nursing home",
                "煤气费怎么交",
                "煤气罐换新有补贴吗",
                "电费涨得要跳楼",
                "我不想活得这么累",
                "生孩子大出血花了八万，能报吗",
                "去年我爱人心梗抢救花了十二万",
                "我爸喝农药走的，前年"
            })
    void leavesOrdinaryTalkAlone(String said) {
        assertThat(watch.in(said)).isEmpty();
    }

    @Test
    void doesNotHangOverHostileText() {
        String long100k = "打".repeat(50_000) + " a".repeat(25_000);
        String accents = "e" + "\u0301".repeat(50_000);
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> watch.in(long100k));
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> watch.in(accents));
    }
}
