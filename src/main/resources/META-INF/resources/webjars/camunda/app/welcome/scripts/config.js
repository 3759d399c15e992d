import '../../../assets/tierline/one-login.js';

export default {};
