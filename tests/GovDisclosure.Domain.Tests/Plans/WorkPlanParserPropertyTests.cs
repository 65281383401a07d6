using CsCheck;

namespace GovDisclosure.Domain.Tests.Plans;

/// <summary>Text in equals text out, whatever has happened to the text.</summary>
public sealed class WorkPlanParserPropertyTests
{
    private const string Punctuation = ",\uFF0C。、;\uFF1B:\uFF1A()\uFF08\uFF09《》〈〉“”. \n\r\t\u3000\uFEFF0一十%年月日";

    private static readonly string[] Lines = PlanFiles.BeijingText.Split('\n');

    private static readonly Gen<string> ShuffledLines =
        Gen.Shuffle(Lines).Select(Gen.Int[1, Lines.Length], (lines, count) => string.Join('\n', lines.Take(count)));

    private static readonly Gen<string> CutText =
        Gen.Int[0, PlanFiles.BeijingText.Length].Select(Gen.Int[0, PlanFiles.BeijingText.Length], (a, b) =>
            PlanFiles.BeijingText[Math.Min(a, b)..Math.Max(a, b)]);

    private static readonly Gen<string> Swapped =
        Gen.OneOf(CutText, ShuffledLines).Select(
            Gen.Int[0, int.MaxValue].Select(Gen.Int[0, Punctuation.Length - 1]).Array[0, 60],
            (text, swaps) =>
            {
                var characters = text.ToCharArray();
                foreach (var (at, with) in swaps.Where(_ => characters.Length > 0))
                {
                    characters[at % characters.Length] = Punctuation[with];
                }

                return new string(characters);
            });

    private static readonly string[] Words =
    [
        "一、", "(一)", "1.", "(", ")", "市教委", "牵头", "负责落实", "等部门", "在", "于", "自", "之日起", "20个工作日内", "99999999999日内", "年内", "每季度",
        "至少", "2次", "不低于", "5%", "13月底前", "2016年版", "及时", "。", ",", "\n", "\r\n", "各区政府要", "\uD83D", "\u3000", "二维码", "京政办发〔2016〕26号",
    ];

    // Nothing but the words that the grammar turns on, in runs that no document has.
    private static readonly Gen<string> Grammar = Gen.Int[0, Words.Length - 1].Select(index => Words[index]).Array[0, 80].Select(string.Concat);

    [Fact]
    public void Parse_CutOrShuffledOrSwapped_LosesNothing() => Swapped.Sample(WholePlan.Assert, iter: 60);

    [Fact]
    public void Parse_GrammarSoup_LosesNothing() => Grammar.Sample(WholePlan.Assert, iter: 500);

    [Fact]
    public void Parse_AnyText_LosesNothing() => Gen.String.Sample(WholePlan.Assert, iter: 500);

    [Fact]
    public void Parse_LongRunsOfOneWord_AreReadThrough()
    {
        // What makes a pattern or a bracket search go back over its own steps; no clock is asserted, a hang would show.
        foreach (var word in (string[])["(", "在", "每月", "及时", "一、", "1", "市教委、", "不低于", "(市教委负责落实)", "自之日起3个工作日内", "责任单位:", "由市教委负责;", "以上3项由市教委负责。", "每季度", "《", "局等", "公开,\n", "|", "\t"])
        {
            WholePlan.Assert("一、公开\n" + string.Concat(Enumerable.Repeat(word, 5_000)));
        }
    }
}
