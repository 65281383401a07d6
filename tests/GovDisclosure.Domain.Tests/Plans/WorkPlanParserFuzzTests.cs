using System.Text;
using CsCheck;
using GovDisclosure.Domain.Plans;

namespace GovDisclosure.Domain.Tests.Plans;

/// <summary>The examples after accidents: cut, joined, shuffled, with other punctuation, with rubbish between. Nothing is lost and nothing thrown.</summary>
public sealed class WorkPlanParserFuzzTests
{
    private const string Marks = ",，。.、;；:：()（）[]【】〔〕《》“”\n\r\t |　\uFEFF0９一十%％年月日号-—牵头负责由等和及";

    private static readonly string[] Texts = [.. PlanFiles.Corpus("Corpus").Concat(PlanFiles.Corpus("Corpus/HeldOut")).Select(example => example.Text)];

    private static readonly Gen<string> Example = Gen.Int[0, Texts.Length - 1].Select(index => Texts[index]);

    private static readonly Gen<string> Cut = Example.Select(Gen.Double[0, 1], Gen.Double[0, 1], (text, a, b) =>
        text[(int)(Math.Min(a, b) * text.Length)..(int)(Math.Max(a, b) * text.Length)]);

    private static readonly Gen<string> Joined = Gen.Select(Cut, Cut, Cut, (a, b, c) => a + b + c);

    private static readonly Gen<string> OneLine = Joined.Select(text => text.ReplaceLineEndings(""));

    private static readonly Gen<string> Rewrapped = Joined.Select(Gen.Int[8, 60], (text, width) =>
        string.Join('\n', text.ReplaceLineEndings("").Chunk(width).Select(line => new string(line))));

    private static readonly Gen<string> Shuffled = Joined.SelectMany(text => Gen.Shuffle(text.Split('\n')).Select(lines => string.Join('\n', lines)));

    private static readonly Gen<string> Rubbish = Gen.Byte.Array[0, 600].Select(bytes => Encoding.Latin1.GetString(bytes));

    private static readonly Gen<string> Swapped = Gen.OneOf(Cut, Joined, OneLine, Rewrapped, Shuffled).Select(
        Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[0, Marks.Length - 1]).Array[0, 80],
        (text, swaps) =>
        {
            var characters = text.ToCharArray();
            foreach (var (at, with) in swaps.Where(_ => characters.Length > 0))
            {
                characters[at % characters.Length] = Marks[with];
            }

            return new string(characters);
        });

    [Fact]
    public void Parse_DamagedExamples_LoseNothing() =>
        Gen.OneOf(Cut, Joined, OneLine, Rewrapped, Shuffled, Swapped).Sample(WholePlan.Assert, iter: 400);

    [Fact]
    public void Parse_ExamplesWithRubbishBetween_LoseNothing() =>
        Gen.Select(Cut, Rubbish, Swapped, (a, rubbish, b) => a + rubbish + b).Sample(WholePlan.Assert, iter: 200);

    [Fact]
    public void Parse_AnyBytesTakenForText_LoseNothing() =>
        Gen.Byte.Array[0, 400].Sample(bytes => WholePlan.Assert(Encoding.UTF8.GetString(bytes)), iter: 1000);

    [Fact]
    public void Parse_TablesOfAnyCells_LoseNothing()
    {
        var cell = Gen.Select(Gen.Int[0, 3], Cut, (kind, text) => kind switch
        {
            0 => null,
            1 => "",
            2 => "市教委",
            _ => text[..Math.Min(text.Length, 60)],
        });
        var headings = new string?[] { "序号", "类别", "重点任务", "责任单位", "完成时限", "备注" };
        cell.Array[0, 8].Array[0, 12].Sample(rows =>
        {
            var builder = new PlanDocumentBuilder().AddParagraph("2020年某市政务公开工作要点").AddTable([headings, .. rows]).AddParagraph("完。");
            WholePlan.Assert(builder.Build());
        }, iter: 300);
    }
}
