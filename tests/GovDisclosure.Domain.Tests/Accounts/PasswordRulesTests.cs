using GovDisclosure.Data.Accounts;

namespace GovDisclosure.Domain.Tests.Accounts;

/// <summary>Which passwords are taken, with the list that ships with the portal.</summary>
public sealed class PasswordRulesTests
{
    private static readonly string[] Names = ["wang.xiaoming", "王小明", "市工商局"];

    [Theory]
    [InlineData("Lantern-River-58")]
    [InlineData("  Spaces Stay 7  ")]
    [InlineData("门前Dashu有3棵枣树呢呀吗")]
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
    public void Check_WeakPassword_SaysWhy(string password, string code) => Assert.Equal(code, CommonPasswords.Rules.Check(password, Names)?.Code);
}
