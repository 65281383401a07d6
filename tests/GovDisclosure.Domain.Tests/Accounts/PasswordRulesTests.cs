using GovDisclosure.Data.Accounts;
using GovDisclosure.Domain.Accounts;

namespace GovDisclosure.Domain.Tests.Accounts;

/// <summary>Which passwords are taken, with the list that ships with the portal.</summary>
public sealed class PasswordRulesTests
{
    private static readonly string[] Names = ["wang.xiaoming", "王小明", "市工商局"];

    [Theory]
    [InlineData("Lantern-River-58")]
    [InlineData("  Spaces Stay 7  ")]
    [InlineData("门前Dashu有3棵枣树呢呀吗")]
    [InlineData("Correct-Horse-7")]
    [InlineData("Tian-An-7-Men")]
    [InlineData("Zao-Shu-Li-9-Ke")]
    public void Check_GoodPassword_TakenAsTyped(string password) => Assert.Null(CommonPasswords.Rules.Check(password, Names));

    [Fact]
    public void Check_LongestAllowed_Taken()
    {
        var password = "Aa1" + string.Concat(Enumerable.Range(0, 125).Select(number => (char)('b' + (number % 20))));

        Assert.Equal(128, password.Length);
        Assert.Null(CommonPasswords.Rules.Check(password, Names));
        Assert.Equal("PasswordTooLong", CommonPasswords.Rules.Check(password + "x", Names)?.Code);
    }

    [Theory]
    [InlineData("Short-1", "PasswordTooShort")]
    [InlineData("", "PasswordTooShort")]
    [InlineData("all-lower-case-1", "PasswordKinds")]
    [InlineData("ALL-UPPER-CASE-1", "PasswordKinds")]
    [InlineData("No-Digits-In-Here", "PasswordKinds")]
    [InlineData("Aa1Aa1Aa1Aa1", "PasswordTooUniform")]
    [InlineData("XiaoMing-2016-ok", "PasswordHoldsName")]
    [InlineData("my-WANG.XIAOMING-1", "PasswordHoldsName")]
    [InlineData("Password123", "PasswordCommon")]
    [InlineData("P4ssw0rd!!2016", "PasswordCommon")]
    [InlineData("123Qwertyuiop", "PasswordCommon")]
    [InlineData("Beijing2016!!", "PasswordCommon")]
    [InlineData("Qwerty123456", "PasswordCommon")]
    [InlineData("Zhengwugongkai1", "PasswordCommon")]
    [InlineData("Liverpool2016", "PasswordCommon")]
    [InlineData("Michael19850312", "PasswordCommon")]
    [InlineData("19850312Aa", "PasswordCommon")]
    [InlineData("1Letmein1Letmein", "PasswordCommon")]
    public void Check_WeakPassword_SaysWhy(string password, string code) => Assert.Equal(code, CommonPasswords.Rules.Check(password, Names)?.Code);

    [Theory]
    [InlineData("password1")]
    [InlineData("qwerty123456")]
    [InlineData("beijing2016")]
    [InlineData("zhengwugongkai")]
    [InlineData("iloveyou")]
    [InlineData("liverpool")]
    [InlineData("Administrator")]
    public void BitsOf_Commonest_BelowTheLimitWhateverTheirKinds(string password)
    {
        Assert.NotNull(CommonPasswords.Rules.Check(password, Names));
        Assert.InRange(CommonPasswords.BitsOf(password, []), 0, PasswordRules.LeastBits);
    }

    [Fact]
    public void BitsOf_NameOfThePerson_TriedToo()
    {
        Assert.InRange(CommonPasswords.BitsOf("Ouyangzhenhua1", ["ouyangzhenhua"]), 0, PasswordRules.LeastBits);
        Assert.True(CommonPasswords.BitsOf("Ouyangzhenhua1", []) > PasswordRules.LeastBits);
    }

    [Fact]
    public void Check_LongText_OnlyItsBeginningIsGuessedAndNoCharacterIsCut()
    {
        string? seen = null;
        var rules = new PasswordRules(new HashSet<string>(), (text, _) =>
        {
            seen = text;
            return PasswordRules.LeastBits;
        });

        Assert.Null(rules.Check("Aa1" + string.Concat(Enumerable.Repeat("𠮷", 60)) + "bcd", Names));
        Assert.Equal(63, seen!.Length);
    }
}
