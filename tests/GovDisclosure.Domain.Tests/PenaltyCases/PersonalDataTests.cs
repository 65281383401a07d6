using System.Globalization;
using System.Text;
using CsCheck;
using GovDisclosure.Domain.PenaltyCases;

namespace GovDisclosure.Domain.Tests.PenaltyCases;

/// <summary>No number that points to a person survives, however it is written; names, amounts, dates and organisations' codes do.</summary>
public sealed class PersonalDataTests
{
    [Theory]
    [InlineData("身份证号110101199003078515，", "身份证号******，")]
    [InlineData("身份证11010119900307851X。", "身份证******。")]
    [InlineData("11010119900307851x", "******")]
    [InlineData("１１０１０１１９９００３０７８５１Ｘ", "******")]
    [InlineData("110101 19900307 8515", "******")]
    [InlineData("110101-19900307-851X", "******")]
    [InlineData("旧证110101900307851。", "旧证******。")]
    [InlineData("电话13812345678", "电话******")]
    [InlineData("tel13812345678ext", "tel******ext")]
    [InlineData("138-1234-5678", "******")]
    [InlineData("138　1234　5678", "******")]
    [InlineData("138.1234.5678", "******")]
    [InlineData("+86 138 1234 5678", "+******")]
    [InlineData("8613812345678", "******")]
    [InlineData("１３８１２３４５６７８", "******")]
    [InlineData("138\u200B1234\u200B5678", "******")]
    [InlineData("010-62345678", "******")]
    [InlineData("（010）62345678", "（******")]
    [InlineData("0311 8765432", "******")]
    [InlineData("电话：62345678", "电话：******")]
    [InlineData("卡号6222021234567890123", "卡号******")]
    [InlineData("6222 0212 3456 7890 123", "******")]
    [InlineData("13812345678、13912345678", "******、******")]
    [InlineData("13812345678 13912345678", "****** ******")]
    public void Mask_Number_Hidden(string text, string masked) => Assert.Equal(masked, PersonalData.Mask(text));

    [Theory]
    [InlineData("张三于2016年8月1日销售运动鞋120双")]
    [InlineData("罚款人民币50000元")]
    [InlineData("货值12345678.90元")]
    [InlineData("货值138123456.78元")]
    [InlineData("合计1,385,000,000.00元")]
    [InlineData("2016-09-01至2016-09-30")]
    [InlineData("2016-09-01 2016-09-30")]
    [InlineData("2016年10月20日 10:30")]
    [InlineData("京工商罚字〔2016〕第0037号")]
    [InlineData("统一社会信用代码91350100M000100Y43")]
    [InlineData("《中华人民共和国商标法》第六十条第二款")]
    [InlineData("货号62345678，批号20160801")]
    [InlineData("")]
    public void Mask_WhatIsNone_Stays(string text) => Assert.Equal(text, PersonalData.Mask(text));

    [Fact]
    public void Mask_Nothing_Nothing() => Assert.Null(PersonalData.Mask(null));

    [Fact]
    public void Mask_AnIdentityNumberAnywhereHoweverWritten_DoesNotSurvive() =>
        Planted(Identity).Sample(planted => Assert.False(Survives(planted.Digits, PersonalData.Mask(planted.Text)), planted.Text));

    [Fact]
    public void Mask_AMobileNumberAnywhereHoweverWritten_DoesNotSurvive() =>
        Planted(Mobile).Sample(planted => Assert.False(Survives(planted.Digits, PersonalData.Mask(planted.Text)), planted.Text));

    [Fact]
    public void Mask_Twice_ChangesNothingMore() =>
        Planted(Gen.OneOf(Identity, Mobile)).Sample(planted =>
        {
            var once = PersonalData.Mask(planted.Text);
            Assert.Equal(once, PersonalData.Mask(once));
        });

    [Fact]
    public void Mask_AnyText_NeverFails() => Gen.String.Sample(text => PersonalData.Mask(text) is not null);

    private static Gen<string> Identity { get; } =
        from region in Gen.Int[110101, 659001]
        from day in Gen.Date[new DateTime(1930, 1, 1), new DateTime(2015, 12, 31)]
        from order in Gen.Int[0, 999]
        from check in Gen.Char["0123456789Xx"]
        from isOld in Gen.Bool
        select isOld
            ? string.Create(CultureInfo.InvariantCulture, $"{region}{day:yyMMdd}{order:000}")
            : string.Create(CultureInfo.InvariantCulture, $"{region}{day:yyyyMMdd}{order:000}{check}");

    private static Gen<string> Mobile { get; } =
        from second in Gen.Int[3, 9]
        from rest in Gen.Int[0, 999_999_999]
        select string.Create(CultureInfo.InvariantCulture, $"1{second}{rest:000000000}");

    // A number between words, in half or full width, with up to two separators between any of its digits.
    private static Gen<(string Digits, string Text)> Planted(Gen<string> numbers) =>
        from number in numbers
        from isWide in Gen.Bool
        from separators in OneOf("", " ", "-", "－", "　", "\u200B", "·", "—", " - ", "\u00A0").Array[number.Length]
        from isSplit in Gen.Bool
        from before in OneOf("", "身份证号", "联系电话：", "Tel", "当事人张某，", "〔", "\n", "A")
        from after in OneOf("", "。", "，罚款五万元", "号", "\n", "abc", "）")
        select (number, before + Written(number, isWide, isSplit ? separators : []) + after);

    private static Gen<string> OneOf(params string[] words) => Gen.Int[0, words.Length - 1].Select(index => words[index]);

    private static string Written(string number, bool isWide, string[] separators)
    {
        var text = new StringBuilder();
        for (var index = 0; index < number.Length; index++)
        {
            text.Append(index > 0 && index < separators.Length ? separators[index] : "");
            text.Append(isWide ? (char)(number[index] + 0xFEE0) : number[index]);
        }

        return text.ToString();
    }

    // Whether the digits can still be read in what is left, whatever stands between them.
    private static bool Survives(string number, string? text)
    {
        var left = string.Concat((text ?? "").Where(char.IsDigit).Select(character => CharUnicodeInfo.GetDecimalDigitValue(character).ToString(CultureInfo.InvariantCulture)));
        return left.Contains(number.TrimEnd('X', 'x')[..Math.Min(11, number.Length)], StringComparison.Ordinal);
    }
}
