using GovDisclosure.Data.Accounts;
using Microsoft.AspNetCore.Identity;

namespace GovDisclosure.Web.Infrastructure.Accounts;

/// <summary>Holds the passwords of the command line to the rules of the page, beyond what Identity asks itself.</summary>
internal sealed class PasswordValidator : IPasswordValidator<Person>
{
    public Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password)
    {
        var violation = CommonPasswords.Rules.Check(password ?? "", [user.UserName ?? "", user.DisplayName]);
        return Task.FromResult(violation?.Code switch
        {
            // Identity's own validator says these already.
            null or "PasswordTooShort" or "PasswordKinds" => IdentityResult.Success,
            "PasswordHoldsName" => Refused("The password holds a name of the person."),
            "PasswordCommon" => Refused("The password is one of the commonest."),
            "PasswordTooLong" => Refused("The password is too long."),
            _ => Refused("The password has too few different characters."),
        });

        IdentityResult Refused(string description) => IdentityResult.Failed(new IdentityError { Code = violation.Code, Description = description });
    }
}
